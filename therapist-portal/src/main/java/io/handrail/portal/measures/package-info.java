/** Questionnaires of one client: what is asked for, what came of it, and the way out in FHIR. */
package io.handrail.portal.measures;
