package io.handrail.chatbot.guard;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Guard;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Role;
import io.handrail.chatbot.words.Phrases.Hit;
import io.handrail.chatbot.words.SmallWords.Votes;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The guard: rules as phrases by language, read from {@code resources/guard}, and what structure
 * tells: the client's own words quoted back are let pass, what the client said decides which
 * agreements are harmful, and a wish to die must be answered. A fault of its own refuses.
 */
public final class RuleGuard implements Guard {
  /** Numbers that are safe anywhere; a clinic's own table adds its own. */
  private static final Set<String> KNOWN_LINES =
      Set.of(
          "116123", "741741", "18002738255", "116111", "0800116123", "08001110111", "08001110222");

  private static final int CONTEXT_LINES_MAX = 12;

  private final GuardBook book = new GuardBook();
  private final Set<String> numbers;

  /** Knows the widely published crisis lines only. */
  public RuleGuard() {
    this(Set.of());
  }

  /**
   * @param clinicNumbers the numbers of the clinic's crisis table, in any writing
   */
  public RuleGuard(Set<String> clinicNumbers) {
    Set<String> digits = new HashSet<>(KNOWN_LINES);
    clinicNumbers.forEach(number -> digits.add(number.replaceAll("[^0-9]", "")));
    this.numbers = Set.copyOf(digits);
  }

  @Override
  public List<Finding> sentence(String sentence, List<String> before, About about) {
    try {
      List<Finding> findings = new ArrayList<>(found(sentence, about));
      boolean asked = before.stream().anyMatch(RuleGuard::asks);
      if (asks(sentence) && (asked || questions(sentence) > 1)) {
        findings.add(new Finding("Questions", "more_than_one_question", sentence));
      }
      int words = before.stream().mapToInt(RuleGuard::count).sum() + count(sentence);
      if (words > about.wordsMax()) findings.add(tooLong(words));
      return distinct(findings);
    } catch (RuntimeException | StackOverflowError fault) {
      return List.of(fault());
    }
  }

  @Override
  public List<Finding> whole(String reply, About about) {
    try {
      List<Finding> findings = new ArrayList<>(found(reply, about));
      if (questions(reply) > 1) {
        findings.add(new Finding("Questions", "more_than_one_question", ""));
      }
      int words = count(reply);
      if (words > about.wordsMax()) findings.add(tooLong(words));
      if (words == 0) findings.add(new Finding("Abandonment", "says_nothing", ""));
      language(reply, about).ifPresent(findings::add);
      crisis(reply, about).ifPresent(findings::add);
      return distinct(findings);
    } catch (RuntimeException | StackOverflowError fault) {
      return List.of(fault());
    }
  }

  private List<Finding> found(String text, About about) {
    List<Finding> findings = new ArrayList<>(Surface.of(text, numbers));
    String own = Quotes.without(text, about);
    Words words = book.reader.read(own);
    if (words.size() == 0) return findings;
    List<Hit<String>> passes = book.unless.find(words);
    Set<String> said = clientSaid(about);
    for (Hit<GuardRule> hit : book.rules.find(words)) {
      GuardRule rule = hit.rule();
      if (!rule.when().isEmpty() && rule.when().stream().noneMatch(said::contains)) continue;
      if (passed(words, hit, passes)) continue;
      findings.add(
          new Finding(rule.violation(), rule.name(), words.original(hit.start(), hit.end())));
    }
    return findings;
  }

  /** A phrase of "unless" in the same sentence lets the rule pass. */
  private static boolean passed(Words words, Hit<GuardRule> hit, List<Hit<String>> passes) {
    int from = words.sentenceStart(hit.start());
    int to = words.sentenceEnd(hit.end() - 1);
    for (Hit<String> pass : passes) {
      boolean same = pass.rule().equals(hit.rule().name());
      if (same && pass.start() >= from && pass.end() <= to) return true;
    }
    return false;
  }

  private Set<String> clientSaid(About about) {
    Set<String> said = new HashSet<>(names(book.client.find(book.reader.read(about.said()))));
    List<ContextLine> context = about.context();
    int from = Math.max(0, context.size() - CONTEXT_LINES_MAX);
    for (ContextLine line : context.subList(from, context.size())) {
      if (line.role() == Role.CLIENT) {
        said.addAll(names(book.client.find(book.reader.read(line.text()))));
      }
    }
    if (about.level() == Level.CRISIS && said.isEmpty()) said.add("suicidal");
    return said;
  }

  private static Set<String> names(List<Hit<String>> hits) {
    return hits.stream().map(Hit::rule).collect(Collectors.toSet());
  }

  /** A wish to die answered without a word about safety. */
  private java.util.Optional<Finding> crisis(String reply, About about) {
    Set<String> said = names(book.client.find(book.reader.read(about.said())));
    boolean suicidal = said.contains("suicidal") && about.level().atLeast(Level.CONCERN);
    boolean crisis = about.level() == Level.CRISIS && !said.contains("delusion");
    if (!suicidal && !crisis) return java.util.Optional.empty();
    if (!book.safety.find(book.reader.read(reply)).isEmpty()) return java.util.Optional.empty();
    return java.util.Optional.of(new Finding("Crisis Navigation", "crisis_ignored", ""));
  }

  private java.util.Optional<Finding> language(String reply, About about) {
    String own = about.language().toLowerCase(java.util.Locale.ROOT).split("-")[0];
    if (own.equals("und")) return java.util.Optional.empty();
    Votes votes = book.languages.votes(Quotes.without(reply, about));
    int mine = votes.of(own);
    for (Map.Entry<String, Integer> other : votes.byLanguage().entrySet()) {
      if (other.getKey().equals(own) || other.getValue() < 3) continue;
      if (other.getValue() > 2 * mine && other.getValue() * 4 >= votes.counted()) {
        return java.util.Optional.of(new Finding("Language", "other_language", other.getKey()));
      }
    }
    long foreign = reply.codePoints().filter(RuleGuard::foreign).count();
    return foreign * 3 > reply.length()
        ? java.util.Optional.of(new Finding("Language", "other_script", ""))
        : java.util.Optional.empty();
  }

  private static boolean foreign(int cp) {
    return Character.isLetter(cp)
        && Character.UnicodeScript.of(cp) != Character.UnicodeScript.LATIN;
  }

  private static boolean asks(String sentence) {
    return questions(sentence) > 0;
  }

  private static int questions(String text) {
    int count = 0;
    boolean last = false;
    for (int i = 0; i < text.length(); i++) {
      boolean mark = text.charAt(i) == '?' || text.charAt(i) == '？';
      if (mark && !last) count++;
      last = mark;
    }
    return count;
  }

  private static int count(String text) {
    String trimmed = text.trim();
    return trimmed.isEmpty() ? 0 : trimmed.split("\\s+").length;
  }

  private static Finding tooLong(int words) {
    return new Finding("Length", "too_long", words + " words");
  }

  private static Finding fault() {
    return new Finding("Fault", "guard_fault", "");
  }

  /** One finding per rule. */
  private static List<Finding> distinct(List<Finding> findings) {
    Map<String, Finding> byRule = new LinkedHashMap<>();
    for (Finding f : findings) byRule.putIfAbsent(f.violation() + "/" + f.rule(), f);
    return List.copyOf(byRule.values());
  }
}
