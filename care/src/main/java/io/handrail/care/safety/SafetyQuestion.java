package io.handrail.care.safety;

import java.util.Locale;

/**
 * What is asked in the safety conversation. The last seven follow the order and the branches of the
 * Columbia screener (C-SSRS), in words of our own; the first four come before them where something
 * else was heard. [K]
 */
public enum SafetyQuestion {
  /** Has hurt themselves on purpose lately. */
  HURT,
  /** There is a wound, or something swallowed, that needs a doctor. */
  WOUND,
  /** Something tells them to hurt themselves or others. */
  VOICES,
  /** Fainting, chest pain, no drinking: the body is in danger. */
  BODY,
  /** C-SSRS 1: a wish to be dead. */
  WISH,
  /** C-SSRS 2: thoughts of killing themselves. */
  THOUGHTS,
  /** C-SSRS 3: how. */
  METHOD,
  /** C-SSRS 4: means to act. */
  INTENT,
  /** C-SSRS 5: worked out, or begun to prepare. */
  PLAN,
  /** C-SSRS 6: ever did, began or prepared something. */
  EVER,
  /** C-SSRS 6, second half: within three months. */
  RECENT;

  /** Whether a yes asks for a person at once. */
  public boolean grave() {
    return switch (this) {
      case WOUND, VOICES, BODY, METHOD, INTENT, PLAN, RECENT -> true;
      case HURT, WISH, THOUGHTS, EVER -> false;
    };
  }

  /** As it stands in moves, message keys and names of signals. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
