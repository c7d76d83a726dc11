package io.handrail.care.record.audit;

/** What an entry is about, for looking through the trail. */
public enum AuditArea {
  SIGN_IN,
  ENROLMENT,
  READING,
  CARE,
  SAFETY,
  DATA
}
