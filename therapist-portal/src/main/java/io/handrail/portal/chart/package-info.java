/** One client on one page: what waits and why, their words, the exercises, the limits. */
package io.handrail.portal.chart;
