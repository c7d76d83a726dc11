package io.handrail.care.record;

import java.time.Instant;

/**
 * Something that a client's program may know from one sitting to the next.
 *
 * @param protocol the exercise it was said in
 * @param field the field of its worksheet; with the protocol it names the fact
 * @param title what the fact is, in a few words
 * @param value the client's words
 * @param run the exercise's record
 * @param turn the journal place of the words it was taken from
 * @param since when it was taken, or last corrected
 * @param standing whether the client was asked, and said yes
 * @param words true when the value is the client's own text, which they can correct
 */
public record Fact(
    String protocol,
    String field,
    String title,
    String value,
    String run,
    long turn,
    Instant since,
    Standing standing,
    boolean words) {
  /** What the client said about keeping it. */
  public enum Standing {
    /** Not answered yet: used to go on with the same exercise, and for nothing else. */
    ASKED,
    /** The client said yes. */
    ALLOWED
  }

  public boolean allowed() {
    return standing == Standing.ALLOWED;
  }

  boolean names(String inProtocol, String ofField) {
    return protocol.equals(inProtocol) && field.equals(ofField);
  }

  Fact allowing() {
    return with(value, since, Standing.ALLOWED);
  }

  /** What the client put in its place; their own correction is a yes. */
  Fact corrected(String to, Instant at) {
    return with(to, at, Standing.ALLOWED);
  }

  private Fact with(String value, Instant since, Standing standing) {
    return new Fact(protocol, field, title, value, run, turn, since, standing, words);
  }
}
