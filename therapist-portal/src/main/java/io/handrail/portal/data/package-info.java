/** Copies of a client's record, and its erasure: by two people, with a receipt. */
package io.handrail.portal.data;
