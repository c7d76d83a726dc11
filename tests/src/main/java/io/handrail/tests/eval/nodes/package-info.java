/** Several programs on one store, killed again and again while clients write of danger. */
package io.handrail.tests.eval.nodes;
