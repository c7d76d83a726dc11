/** Made-up people who talk to the running product, and what came of it. */
package io.handrail.tests.eval;
