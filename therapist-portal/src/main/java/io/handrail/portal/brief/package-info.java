/** The brief before a session: every sentence opens its source; a draft until it is signed. */
package io.handrail.portal.brief;
