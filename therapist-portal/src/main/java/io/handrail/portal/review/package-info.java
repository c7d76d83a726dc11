/** What to read in the minutes there are. */
package io.handrail.portal.review;
