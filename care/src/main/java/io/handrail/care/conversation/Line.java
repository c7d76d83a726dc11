package io.handrail.care.conversation;

/**
 * One thing shown to the client, stored before it is shown.
 *
 * @param kind what it is for, so that pages can set it apart
 * @param by the person's name for {@link Speaker#PERSON}; for the others the name of the person who
 *     let it go out, where one did; else empty
 */
public record Line(Speaker speaker, Kind kind, String text, String by) {

  /** What a line is for. */
  public enum Kind {
    /** Gives back what the client said, or closes. */
    SAY,
    /** The one question of the turn. */
    ASK,
    /** A reason, an example or a hint that was asked for. */
    TEACH,
    /** The scripted crisis reply. */
    CRISIS,
    /** The program about itself: limits, holds, faults. */
    NOTICE
  }

  public static Line script(Kind kind, String text) {
    return new Line(Speaker.SCRIPT, kind, text, "");
  }

  /** The same, let go out by a person. */
  public Line approvedBy(String name) {
    return new Line(speaker, kind, text, name);
  }
}
