/** The clinician's clients in reading order, each with the reason for its place. */
package io.handrail.portal.caseload;
