/** Who is at the other end: passwords, sign-in, the two tokens, and the Actor made from them. */
package io.handrail.web.session;
