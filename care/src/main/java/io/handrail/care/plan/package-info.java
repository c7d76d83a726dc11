/** The care plan: limits, permitted protocols, model use, steering, pause, hold. */
package io.handrail.care.plan;
