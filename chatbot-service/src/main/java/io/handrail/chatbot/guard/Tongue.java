package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.SmallWords;
import io.handrail.chatbot.words.SmallWords.Votes;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Whether a reply is in the client's language. */
final class Tongue {
  private static final int VOTES_MIN = 3;
  private final SmallWords languages;

  Tongue(SmallWords languages) {
    this.languages = languages;
  }

  /**
   * @param text without what it quotes of the client
   * @param language BCP 47 tag; {@code und} is not judged
   */
  Optional<Finding> other(String text, String language) {
    String own = language.toLowerCase(Locale.ROOT).split("-")[0];
    if (own.equals("und")) return Optional.empty();
    Votes votes = languages.votes(text);
    int mine = votes.of(own);
    for (Map.Entry<String, Integer> other : votes.byLanguage().entrySet()) {
      if (other.getKey().equals(own) || other.getValue() < VOTES_MIN) continue;
      if (other.getValue() > 2 * mine && other.getValue() * 4 >= votes.counted()) {
        return Optional.of(new Finding("Language", "other_language", other.getKey()));
      }
    }
    long foreign = text.codePoints().filter(Tongue::foreign).count();
    return foreign * 3 > text.length()
        ? Optional.of(new Finding("Language", "other_script", ""))
        : Optional.empty();
  }

  /** Whether phrases of one of our two languages are to be looked for in this text. */
  boolean readsAs(Votes votes, String language) {
    String rival = language.equals("en") ? "es" : "en";
    return votes.of(language) >= votes.of(rival);
  }

  Votes votes(String text) {
    return languages.votes(text);
  }

  private static boolean foreign(int cp) {
    return Character.isLetter(cp)
        && Character.UnicodeScript.of(cp) != Character.UnicodeScript.LATIN;
  }
}
