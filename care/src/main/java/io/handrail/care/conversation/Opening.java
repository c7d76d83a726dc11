package io.handrail.care.conversation;

import io.handrail.care.clinic.StaffId;
import java.util.Optional;

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

  /**
   * A member of staff wrote to the client as themselves.
   *
   * @param sent what the form called it, so that sending it again is no second message
   */
  record Wrote(StaffId by, String name, String text, Optional<String> sent) implements Opening {
    public Wrote(StaffId by, String name, String text) {
      this(by, name, text, Optional.empty());
    }
  }

  /** A named person ended a hold; nobody and nothing else can. */
  record HoldReleased(StaffId by, String name, String note) implements Opening {}

  /** A named person writes in the program's place from here on; the program is silent. */
  record TookOver(StaffId by, String name) implements Opening {}

  /**
   * A named person gave the chat back to the program; nobody and nothing else can.
   *
   * @param summary what was spoken about, in a line that the client reads
   */
  record HandedBack(StaffId by, String name, String summary) implements Opening {}

  /** A note to the program for the client's next message alone. The client never sees it. */
  record Whispered(StaffId by, String name, String note) implements Opening {}

  /**
   * A named person let a waiting reply go out.
   *
   * @param turn the turn it answers
   * @param own true where the person's own words took the place of the draft
   */
  record Approved(StaffId by, String name, long turn, boolean own) implements Opening {}

  /**
   * Nobody did anything for too long.
   *
   * @param what {@code takeover_silent} or {@code reply_waiting}
   */
  record TimePassed(String what) implements Opening {}
}
