package io.handrail.care.conversation;

/** Who or what a shown line comes from. Every bubble says it. */
public enum Speaker {
  /** Fixed wording from a protocol or the crisis texts. */
  SCRIPT,
  /** Phrased by a model and let through by the guard. */
  PROGRAM,
  /** Written by a named person. */
  PERSON
}
