/**
 * How conversations kept to the method: drafts from counts, a person's rating, what the guard
 * found.
 */
package io.handrail.portal.fidelity;
