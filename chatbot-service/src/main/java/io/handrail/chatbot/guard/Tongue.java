package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.Folding;
import io.handrail.chatbot.words.SmallWords;
import io.handrail.chatbot.words.SmallWords.Votes;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether a reply is in the client's language, and in words at all. */
final class Tongue {
  private static final int VOTES_MIN = 3;
  private static final int UNREADABLE_WORDS_MIN = 4;

  /** Of the words of a good reply more than every sixth is a common one; a cipher has none. */
  private static final int COMMON_ONE_IN = 6;

  private final SmallWords languages;
  private final Map<String, Set<String>> common;

  /**
   * @param common the common words of a language, folded, by its tag; one without is not judged
   */
  Tongue(SmallWords languages, Map<String, Set<String>> common) {
    this.languages = languages;
    this.common = Map.copyOf(common);
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

  /**
   * A reply with hardly a common word of its language: a cipher, or a tongue that no list knows. A
   * short sentence of a good reply may have none ("Noted: sadness, tiredness."), so only a whole
   * reply is refused for it, and its beginning waits.
   */
  Optional<Finding> unreadable(String text, String language) {
    String own = language.toLowerCase(Locale.ROOT).split("-")[0];
    return hardlyCommon(text, own)
        ? Optional.of(new Finding("Language", "no_common_words", ""))
        : Optional.empty();
  }

  private boolean hardlyCommon(String text, String language) {
    Set<String> plain = common.get(language);
    if (plain == null) return false;
    List<String> forms = SmallWords.forms(text);
    long known =
        forms.stream()
            .filter(form -> languages.has(language, form) || plain.contains(Folding.fold(form)))
            .count();
    return forms.size() >= UNREADABLE_WORDS_MIN && known * COMMON_ONE_IN <= forms.size();
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
