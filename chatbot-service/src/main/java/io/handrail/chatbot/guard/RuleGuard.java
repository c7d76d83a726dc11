package io.handrail.chatbot.guard;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Guard;
import io.handrail.chatbot.words.Phrases.Hit;
import io.handrail.chatbot.words.SmallWords.Votes;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The guard: rules as phrases by language, read from {@code resources/guard}, and what structure
 * tells: the client's own words given back are let pass, what the client said decides which
 * agreements are harmful and what an answer must hold, and a wish to die must be answered. A fault
 * of its own refuses.
 */
public final class RuleGuard implements Guard {
  /** Numbers that are safe anywhere; a clinic's own table adds its own. */
  private static final Set<String> KNOWN_LINES =
      Set.of(
          "116123",
          "741741",
          "18002738255",
          "116111",
          "08001111",
          "0800116123",
          "08001110111",
          "08001110222",
          "08082000247",
          "18007997233",
          "717003717");

  private final GuardBook book = new GuardBook();
  private final Tongue tongue = new Tongue(book.languages);
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
      // What no sentence shows alone: the second question, the word too many, a link in two parts,
      // a language that only a few words together give away.
      String sofar = before.isEmpty() ? sentence : String.join(" ", before) + " " + sentence;
      String own = Quotes.without(sofar, about);
      findings.addAll(Extent.of(own, about.wordsMax()));
      if (!before.isEmpty()) findings.addAll(Surface.of(sofar, numbers));
      tongue.other(own, about.language()).ifPresent(findings::add);
      return distinct(findings);
    } catch (RuntimeException | StackOverflowError fault) {
      return List.of(fault());
    }
  }

  @Override
  public boolean wholeOnly(About about) {
    try {
      Set<String> now = Spoken.of(about, book).now();
      return now.contains("suicidal")
          || book.musts.stream().anyMatch(must -> !Collections.disjoint(must.when(), now));
    } catch (RuntimeException | StackOverflowError fault) {
      return true;
    }
  }

  @Override
  public List<Finding> whole(String reply, About about) {
    try {
      List<Finding> findings = new ArrayList<>(found(reply, about));
      String own = Quotes.without(reply, about);
      findings.addAll(Extent.of(own, about.wordsMax()));
      if (Extent.words(reply) == 0) {
        findings.add(new Finding("Abandonment", "says_nothing", ""));
      }
      tongue.other(own, about.language()).ifPresent(findings::add);
      missing(reply, about).forEach(findings::add);
      return distinct(findings);
    } catch (RuntimeException | StackOverflowError fault) {
      return List.of(fault());
    }
  }

  private List<Finding> found(String text, About about) {
    List<Finding> findings = new ArrayList<>(Surface.of(text, numbers));
    String own = Quotes.without(text, about);
    Words words = book.reader.read(own);
    Votes votes = tongue.votes(own);
    if (words.size() == 0) return findings;
    Spoken spoken = Spoken.of(about, book);
    String voiced = Quotes.unquoted(own);
    boolean quotes = !voiced.equals(own);
    found(words, votes, spoken, about, rule -> !quotes || !rule.voice(), findings);
    if (quotes) {
      found(book.reader.read(voiced), votes, spoken, about, GuardRule::voice, findings);
    }
    return findings;
  }

  private void found(
      Words words,
      Votes votes,
      Spoken spoken,
      About about,
      Predicate<GuardRule> which,
      List<Finding> findings) {
    List<Hit<String>> passes = book.unless.find(words);
    Set<String> topics = topics(spoken, about);
    for (Hit<GuardRule> hit : book.rules.find(words)) {
      GuardRule rule = hit.rule();
      if (!which.test(rule)) continue;
      if (!tongue.readsAs(votes, rule.language())) continue;
      if (!rule.when().isEmpty() && Collections.disjoint(rule.when(), topics)) continue;
      if (rule.statement() && words.inQuestion(hit.start())) continue;
      if (rule.fresh() && spoken.theirs(words, hit)) continue;
      if (passed(words, hit, passes)) continue;
      findings.add(
          new Finding(rule.violation(), rule.name(), words.original(hit.start(), hit.end())));
    }
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

  private static Set<String> topics(Spoken spoken, About about) {
    if (about.level() != Level.CRISIS || !spoken.topics().isEmpty()) return spoken.topics();
    return Set.of("suicidal");
  }

  /**
   * What an answer must hold and does not: a word about safety, after a wish to die first of all.
   */
  private List<Finding> missing(String reply, About about) {
    Spoken spoken = Spoken.of(about, book);
    Words words = book.reader.read(reply);
    List<Finding> findings = new ArrayList<>();
    crisis(words, spoken, about).ifPresent(findings::add);
    about.asked().flatMap(step -> offStep(words, step)).ifPresent(findings::add);
    if (book.musts.isEmpty()) return findings;
    Set<String> held = book.holds.find(words).stream().map(Hit::rule).collect(Collectors.toSet());
    for (GuardRule must : book.musts) {
      if (held.contains(must.name()) || Collections.disjoint(must.when(), spoken.now())) continue;
      findings.add(new Finding(must.violation(), must.name(), ""));
    }
    return findings;
  }

  private Optional<Finding> crisis(Words reply, Spoken spoken, About about) {
    boolean suicidal = spoken.now().contains("suicidal") && about.level().atLeast(Level.CONCERN);
    boolean crisis = about.level() == Level.CRISIS && !spoken.now().contains("delusion");
    if (!suicidal && !crisis) return Optional.empty();
    return book.safety.find(reply).isEmpty()
        ? Optional.of(new Finding("Crisis Navigation", "crisis_ignored", ""))
        : Optional.empty();
  }

  /** The step asks for one thing and the reply's question for quite another. */
  private Optional<Finding> offStep(Words reply, String step) {
    Words asked = book.reader.read(step.replace('_', ' '));
    Set<String> wanted = book.asks.find(asked).stream().map(Hit::rule).collect(Collectors.toSet());
    Set<String> got =
        book.asks.find(reply).stream()
            .filter(hit -> reply.inQuestion(hit.start()))
            .map(Hit::rule)
            .collect(Collectors.toSet());
    return wanted.isEmpty() || got.isEmpty() || !Collections.disjoint(wanted, got)
        ? Optional.empty()
        : Optional.of(new Finding("Off-step", "asks_for_something_else", String.join(", ", got)));
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
