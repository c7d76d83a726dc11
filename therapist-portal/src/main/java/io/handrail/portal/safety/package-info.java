/**
 * The client's safety plan: what waits for a clinician's word, what is agreed, and every version.
 */
package io.handrail.portal.safety;
