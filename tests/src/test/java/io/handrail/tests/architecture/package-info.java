/** The arrows and the style of the house, kept by tests. */
package io.handrail.tests.architecture;
