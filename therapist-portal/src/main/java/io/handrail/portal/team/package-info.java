/** How the work of a team goes: counts, a sample of the week, each opening written down. */
package io.handrail.portal.team;
