/** Somebody stands in for a clinician: for a time, told to the client, and over by itself. */
package io.handrail.portal.cover;
