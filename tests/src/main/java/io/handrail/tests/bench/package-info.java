/**
 * Measures what the program costs, against the bare relay in the same run. Everything talks over
 * loopback; every loop is bounded by time.
 */
package io.handrail.tests.bench;
