/** The stories that the product is for, told in a real browser on a phone and on a desktop. */
package io.handrail.tests.acceptance;
