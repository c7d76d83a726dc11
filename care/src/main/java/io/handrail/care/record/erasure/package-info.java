/** How a client's record is destroyed: asked for, confirmed by a second person, with a receipt. */
package io.handrail.care.record.erasure;
