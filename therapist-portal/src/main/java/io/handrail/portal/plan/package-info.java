/** What a client's program may do: limits, hours, the model, and a pause that holds at once. */
package io.handrail.portal.plan;
