/** Stories with a language model that behaves, and one that does not. */
package io.handrail.tests.model;
