package io.handrail.care.access;

/** What an actor may want to do with a client's care. */
public enum Act {
  /** Work on one's own exercises and read one's own record. */
  TAKE_PART,
  /** Read the conversation, the records and the flags. */
  READ_LOG,
  /** Acknowledge a flag, release a hold. */
  ANSWER_RISK,
  /** Change limits, steering, pause. */
  SET_PLAN,
  /** Agree to what a client proposes for their safety plan, or write it with them. */
  SIGN_SAFETY_PLAN,
  /** Approve, edit, decline, return homework. */
  DECIDE_HOMEWORK,
  /** Make a code for a forgotten passphrase: for those alone who may read anyway. */
  HELP_SIGN_IN,
  /** See that the client exists: name, enrolment, who is assigned. */
  SEE_ENROLMENT,
  /** Invite, assign, discharge. */
  ENROL
}
