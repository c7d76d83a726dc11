/** Consent, worksheets, what is remembered; audit chain, export, erasure, retention. */
package io.handrail.care.record;
