/** Nobody sees or changes what is not theirs, whichever address they try. */
package io.handrail.tests.security;
