package io.handrail.care.alert;

/** Why telling somebody did not work. */
public enum Fault {
  /** The person has no e-mail address on record. */
  NO_ADDRESS,
  /** Nothing answers at the other end. */
  UNREACHABLE,
  /** The other end answered, and would not take it. */
  REFUSED,
  /** The other end did not answer in time. */
  SLOW
}
