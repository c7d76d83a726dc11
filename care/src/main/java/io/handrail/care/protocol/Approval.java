package io.handrail.care.protocol;

/** Where an entry stands that needs a clinician's yes. One that was never asked for has none. */
public enum Approval {
  WAITING,
  APPROVED,
  DECLINED
}
