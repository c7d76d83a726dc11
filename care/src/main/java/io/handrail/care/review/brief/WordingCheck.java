package io.handrail.care.review.brief;

import io.handrail.care.review.brief.Claims.Negated;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds a model's words for a sentence against the program's own. A wording may put words in
 * another order and join them with small ones; it may bring nothing, lose nothing and turn nothing
 * round. It is strict on purpose: what it refuses costs a smoother sentence, what it lets through
 * wrongly would be read as a fact. Its lists are ours and await a clinician's check [K].
 */
public final class WordingCheck {
  private static final int CHARS_MORE = 60;
  private static final Pattern QUOTE = Pattern.compile("“[^”]*”");
  private static final String PLAIN_SIGNS = " .,:;()%’'–-/+…";
  private static final Pattern LINK = Pattern.compile("(?i)://|www\\.|\\w@\\w");

  private WordingCheck() {}

  /** What is wrong with a wording; the first thing that is. */
  public enum Why {
    LENGTH("it was too long or too short"),
    MARKUP("it held signs that a sentence does not have"),
    QUOTE("a quotation was changed"),
    ENDING("it did not lead to what follows"),
    NUMBER("a number was not the one that is stored"),
    DATE("a date was not the one that is stored"),
    NEGATION("it said no where it is yes, or yes where it is no"),
    RISK("it spoke of risk"),
    DIAGNOSIS("it named an illness"),
    MEDICINE("it spoke of medicine"),
    LANGUAGE("it was in another language"),
    NAME("it held a name that is not stored there"),
    ADDED("it said something that is not stored there"),
    LOST("it left something out");

    private final String words;

    Why(String words) {
      this.words = words;
    }

    /** The end of "kept as the program wrote it: ...". */
    public String words() {
      return words;
    }
  }

  /**
   * @param plain the program's own sentence
   * @param worded the model's
   * @return empty where the wording holds
   */
  public static Optional<Why> of(String plain, String worded) {
    return form(plain, worded).or(() -> content(plain, worded));
  }

  private static Optional<Why> form(String plain, String worded) {
    if (worded.isBlank() || worded.length() > plain.length() * 3 / 2 + CHARS_MORE) {
      return Optional.of(Why.LENGTH);
    }
    if (!quotes(plain).equals(quotes(worded))) return Optional.of(Why.QUOTE);
    if (LINK.matcher(worded).find() || !signs(bare(plain), bare(worded))) {
      return Optional.of(Why.MARKUP);
    }
    boolean leads = plain.strip().endsWith(":");
    if (leads != worded.strip().endsWith(":")) return Optional.of(Why.ENDING);
    return Optional.empty();
  }

  private static List<String> quotes(String text) {
    var quotes = new ArrayList<String>();
    Matcher found = QUOTE.matcher(text);
    while (found.find()) quotes.add(found.group());
    return quotes;
  }

  private static String bare(String text) {
    return QUOTE.matcher(text).replaceAll(" ");
  }

  /** Letters, digits, and the signs of a plain sentence or of this one. */
  private static boolean signs(String plain, String worded) {
    return worded
        .codePoints()
        .allMatch(c ->
            Character.isLetterOrDigit(c) || PLAIN_SIGNS.indexOf(c) >= 0 || plain.indexOf(c) >= 0);
  }

  private static Optional<Why> content(String plain, String worded) {
    Claims stored = Claims.of(bare(plain));
    Claims said = Claims.of(bare(worded));
    if (!stored.figures().equals(said.figures())) {
      var news = new ArrayList<>(said.figures());
      stored.figures().forEach(news::remove);
      boolean date = news.stream().anyMatch(Claims::dated);
      return Optional.of(date ? Why.DATE : Why.NUMBER);
    }
    if (!same(stored.negated(), said.negated())) return Optional.of(Why.NEGATION);
    Set<String> added = new HashSet<>(said.words());
    added.removeAll(stored.words());
    if (!added.isEmpty()) return Optional.of(added(added, stored, said));
    Set<String> lost = new HashSet<>(stored.words());
    lost.removeAll(said.words());
    return lost.isEmpty() ? Optional.empty() : Optional.of(Why.LOST);
  }

  private static boolean same(List<Negated> one, List<Negated> other) {
    var left = new ArrayList<>(other);
    return one.size() == other.size() && one.stream().allMatch(left::remove);
  }

  private static Why added(Set<String> added, Claims stored, Claims said) {
    if (added.stream().anyMatch(Claims::onRisk)) return Why.RISK;
    if (added.stream().anyMatch(Claims::onMedicine)) return Why.MEDICINE;
    if (added.stream().anyMatch(Claims::onIllness)) return Why.DIAGNOSIS;
    if (added.stream().anyMatch(Claims::number)) return Why.NUMBER;
    if (added.stream().anyMatch(Claims::foreign)) return Why.LANGUAGE;
    Set<String> names = new HashSet<>(said.capitals());
    names.removeAll(stored.words());
    return names.isEmpty() ? Why.ADDED : Why.NAME;
  }
}
