/** PHQ-9 and the rest: scoring, bands, reliable change, what is due. */
package io.handrail.care.measure;
