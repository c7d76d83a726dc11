/** Protocol, sealed Step, Run; pure advance(run, answer). */
package io.handrail.care.protocol;
