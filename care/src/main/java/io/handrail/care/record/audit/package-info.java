/** Who did what and when, in a chain that shows when an entry was changed or taken out. */
package io.handrail.care.record.audit;
