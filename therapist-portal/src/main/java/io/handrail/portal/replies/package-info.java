/** Replies that wait for a clinician's yes: read, edit, send. */
package io.handrail.portal.replies;
