/** Consent, audit chain, export, erasure, retention. */
package io.handrail.care.record;
