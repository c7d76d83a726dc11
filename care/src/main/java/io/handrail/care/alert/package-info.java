/** How a flag reaches a person: who is told, by which way, when the next one is, what failed. */
package io.handrail.care.alert;
