/** The stage that stories and benches play on: the product as a process, and what talks to it. */
package io.handrail.tests.stage;
