/** Notes that nobody but their author reads, and the card that the program does read. */
package io.handrail.portal.notes;
