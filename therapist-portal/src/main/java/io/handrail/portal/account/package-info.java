/** One's own sign-in: the second step and the recovery codes. */
package io.handrail.portal.account;
