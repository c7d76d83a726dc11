/**
 * How a client leans on the program, the planned taper before the end, and who has read the log.
 */
package io.handrail.portal.ending;
