/** Homework that waits for the clinician, and every piece there was. */
package io.handrail.portal.homework;
