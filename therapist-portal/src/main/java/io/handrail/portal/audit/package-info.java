/** Who did what and when, for administrators and auditors: never a word of a client's. */
package io.handrail.portal.audit;
