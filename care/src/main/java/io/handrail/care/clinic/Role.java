package io.handrail.care.clinic;

/** What a person may be in a clinic. A member of staff may have several; a client has one. */
public enum Role {
  CLIENT,
  CLINICIAN,
  SUPERVISOR,
  ADMIN,
  AUDITOR
}
