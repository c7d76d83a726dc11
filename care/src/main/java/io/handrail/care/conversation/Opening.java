package io.handrail.care.conversation;

import io.handrail.care.clinic.StaffId;

/** What began a turn. */
public sealed interface Opening {

  /** The client wrote something. */
  record Said(MessageId message, String text) implements Opening {}

  /**
   * The client tapped something that carries no words of their own.
   *
   * @param move what was tapped, for example {@code back}, {@code option:yes}, {@code
   *     start:thought_record}
   * @param label the words on what was tapped, as shown
   */
  record Tapped(MessageId message, String move, String label) implements Opening {}

  /** A member of staff wrote to the client as themselves. */
  record Wrote(StaffId by, String name, String text) implements Opening {}

  /** A named person ended a hold; nobody and nothing else can. */
  record HoldReleased(StaffId by, String name, String note) implements Opening {}
}
