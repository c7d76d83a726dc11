/** How a clinician steers the program with one client, with a preview on past messages. */
package io.handrail.portal.steering;
