/** A client's own copy of their record: to read, for a program, and as FHIR R4. */
package io.handrail.care.record.takeout;
