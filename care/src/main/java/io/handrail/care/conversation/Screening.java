package io.handrail.care.conversation;

import java.util.List;

/**
 * What the screen saw in one message and its context.
 *
 * @param signals every reason, the most pressing first
 * @param language BCP 47 tag of the language the message seems to be in, {@code und} when unknown
 * @param complete false when the screen failed part way: unknown is not safe, so the level is then
 *     at least CONCERN
 */
public record Screening(Level level, List<Signal> signals, String language, boolean complete) {
  /** For what carries no words of the client, for example a tap on "go back". */
  public static final Screening NOTHING_SAID = new Screening(Level.NONE, List.of(), "und", true);

  public Screening {
    signals = List.copyOf(signals);
  }
}
