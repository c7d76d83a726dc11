/** Open flags in the client's exact words, what was done about each, and holds to release. */
package io.handrail.portal.risk;
