/**
 * Help for whoever forgot their passphrase: a client from their clinician, staff from an
 * administrator.
 */
package io.handrail.portal.passphrase;
