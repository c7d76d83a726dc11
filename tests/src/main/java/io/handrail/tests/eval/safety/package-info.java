/** What the screen, the guard and the whole product do with labelled cases, ours and others'. */
package io.handrail.tests.eval.safety;
