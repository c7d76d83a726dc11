/** A client's own safety plan: what stands on it, who agreed to it, and how it changed. */
package io.handrail.care.safety;
