package io.handrail.chatbot.turn;

import java.util.Set;

/** The clinic's regional numbers, as far as the crisis reply says them itself. */
@FunctionalInterface
public interface CrisisNumbers {

  /**
   * The number to call when life is in danger.
   *
   * @param region ISO 3166 code; an unknown one gives the number that works most widely, never
   *     nothing
   */
  String emergency(String region);

  /** Whether there is a line that is written to, for who cannot talk. */
  default boolean texts(String region) {
    return false;
  }

  /** Every number and address that the clinic's table holds, as it is written there. */
  default Set<String> all() {
    return Set.of();
  }
}
