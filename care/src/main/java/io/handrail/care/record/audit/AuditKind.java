package io.handrail.care.record.audit;

import static io.handrail.care.record.audit.AuditArea.CARE;
import static io.handrail.care.record.audit.AuditArea.DATA;
import static io.handrail.care.record.audit.AuditArea.ENROLMENT;
import static io.handrail.care.record.audit.AuditArea.READING;
import static io.handrail.care.record.audit.AuditArea.SAFETY;
import static io.handrail.care.record.audit.AuditArea.SIGN_IN;

/** What was done. A kind is never renamed or removed: stored entries carry its name. */
public enum AuditKind {
  SIGNED_IN(SIGN_IN),
  SECOND_FACTOR_ON(SIGN_IN),
  SECOND_FACTOR_OFF(SIGN_IN),
  SECOND_FACTOR_RESET(SIGN_IN),
  SECOND_FACTOR_REFUSED(SIGN_IN),
  RECOVERY_CODE_USED(SIGN_IN),
  RECOVERY_CODES_RENEWED(SIGN_IN),
  SECOND_FACTOR_REQUIRED(SIGN_IN),
  SECOND_FACTOR_OPTIONAL(SIGN_IN),
  PASSPHRASE_CODE_MADE(SIGN_IN),
  PASSPHRASE_SET(SIGN_IN),
  CLIENT_INVITED(ENROLMENT),
  CLIENT_CODE_RENEWED(ENROLMENT),
  CLIENT_JOINED(ENROLMENT),
  CLIENT_ASSIGNED(ENROLMENT),
  STAFF_INVITED(ENROLMENT),
  STAFF_JOINED(ENROLMENT),
  TEAM_CHANGED(ENROLMENT),
  ON_CALL_CHANGED(ENROLMENT),
  COVER_GIVEN(ENROLMENT),
  COVER_ENDED(ENROLMENT),
  RECORD_OPENED(READING),
  SAMPLE_OPENED(READING),
  DOCUMENT_TAKEN(READING),
  LIMITS_CHANGED(CARE),
  PAUSE_CHANGED(CARE),
  STEERING_CHANGED(CARE),
  HOMEWORK_DECIDED(CARE),
  MEASURES_CHANGED(CARE),
  BRIEF_SIGNED(CARE),
  REVIEWED(CARE),
  CHAT_JOINED(CARE),
  CHAT_HANDED_BACK(CARE),
  REPLY_DECIDED(CARE),
  TAPER_CHANGED(CARE),
  NOTES_CHANGED(CARE),
  OTHER_CARE(CARE),
  FLAG_ANSWERED(SAFETY),
  EXERCISES_RELEASED(SAFETY),
  SAFETY_PLAN_DECIDED(SAFETY),
  COPY_ORDERED(DATA),
  COPY_TAKEN(DATA),
  ERASURE_ASKED(DATA),
  ERASURE_WITHDRAWN(DATA),
  ERASURE_CONFIRMED(DATA),
  ERASED(DATA);

  private final AuditArea area;

  AuditKind(AuditArea area) {
    this.area = area;
  }

  public AuditArea area() {
    return area;
  }
}
