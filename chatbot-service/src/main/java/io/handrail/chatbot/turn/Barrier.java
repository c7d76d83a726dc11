package io.handrail.chatbot.turn;

import java.util.Locale;
import java.util.Optional;

/** What makes it hard to turn to a person, as people commonly say it. [K] */
public enum Barrier {
  /** No words for it. */
  WORDS,
  /** Talking on a telephone is too much. */
  SPEAKING,
  ASHAMED,
  /** Others need it more; a wish not to be a burden. */
  BURDEN,
  /** Police, hospital, children or work: what may come of it. */
  AFTERWARDS,
  /** It did not help before, or nobody could help. */
  BEFORE,
  /** Somebody could hear. */
  PRIVACY,
  /** No telephone, no credit, no signal. */
  PHONE,
  LANGUAGE,
  /** Papers, visas, being sent away. */
  PAPERS,
  /** There is nobody. */
  NOBODY,
  /** To be listened to, and no advice, no helpers. */
  LISTEN;

  /** As it stands in moves, message keys and the lists of words. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Barrier> read(String key) {
    for (Barrier barrier : values()) {
      if (barrier.key().equals(key)) return Optional.of(barrier);
    }
    return Optional.empty();
  }

  /** The one that a client's own words speak of, if they do. */
  public static Optional<Barrier> heard(String text) {
    return HoldReading.barrier(text);
  }
}
