/** What a crash leaves: nothing acknowledged is lost, nothing is there twice. */
package io.handrail.tests.faults;
