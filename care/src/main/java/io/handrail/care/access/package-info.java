/** Actor and one pure function: may(actor, act, subject) -> Allowed | Denied(why). */
package io.handrail.care.access;
