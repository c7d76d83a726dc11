/** Enrolment and assignment, for administrators. No page here can show health data. */
package io.handrail.portal.clinic;
