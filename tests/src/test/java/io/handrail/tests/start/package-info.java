/** Starting and stopping, as a newcomer meets it. */
package io.handrail.tests.start;
