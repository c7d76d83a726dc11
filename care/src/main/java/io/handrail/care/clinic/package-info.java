/** Clinics, clinicians, clients, enrolment, assignment, cover; typed ids. */
package io.handrail.care.clinic;
