package io.handrail.chatbot.guard;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Guard;
import io.handrail.chatbot.words.HashedTraits;
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
          "18002221222",
          "717003717");

  /** What a few words of manner may seem to be in a reply that is good as a whole. */
  private static final Set<String> OF_MANNER =
      Set.of(
          "Deceptive Empathy",
          "Pseudo-Therapeutic Alliance",
          "Lacks Guided Self-Discovery",
          "Validates Unhealthy Beliefs",
          "Gaslighting",
          "Dismisses Lived Experience",
          "Rigid Methodological Adherence",
          "Conversational Imbalances",
          "Gender Bias",
          "Cultural Bias",
          "Religious Bias",
          "Stigma",
          "Knowledge Gaps",
          "False Promise",
          "Undermines Treatment",
          "Abandonment",
          "Off-step");

  /** Of those kinds, and yet never let off: a plain fact about the reply, or too grave. */
  private static final Set<String> NEVER_LET_OFF =
      Set.of(
          "claims_to_be_human_or_clinician",
          "claims_to_feel",
          "agrees_with_delusion",
          "takes_it_for_true",
          "cheers_the_high",
          "lets_harm_stand",
          "normalises_self_harm",
          "praises_restriction_or_harm",
          "directs_life_decisions",
          "promise_of_cure",
          "asks_for_something_else",
          "says_nothing");

  private final GuardBook book = new GuardBook();
  private final Tongue tongue = new Tongue(book.languages, book.common);
  private final Musts musts = new Musts(book);
  private final Optional<Resemblance> resemblance;
  private final Set<String> numbers;

  /** Knows the widely published crisis lines only. */
  public RuleGuard() {
    this(Set.of());
  }

  /**
   * @param clinicNumbers the numbers of the clinic's crisis table, in any writing
   */
  public RuleGuard(Set<String> clinicNumbers) {
    this(clinicNumbers, Optional.of(new Resemblance()));
  }

  private RuleGuard(Set<String> clinicNumbers, Optional<Resemblance> resemblance) {
    Set<String> digits = new HashSet<>(KNOWN_LINES);
    clinicNumbers.forEach(number -> digits.add(number.replaceAll("[^0-9]", "")));
    this.numbers = Set.copyOf(digits);
    this.resemblance = resemblance;
  }

  /** Without what is learned from cases; to learn it, and to see what it adds. */
  static RuleGuard ofRulesOnly() {
    return new RuleGuard(Set.of(), Optional.empty());
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
      return distinct(lessManner(findings, sofar, about));
    } catch (RuntimeException | StackOverflowError fault) {
      return List.of(fault());
    }
  }

  @Override
  public boolean wholeOnly(About about) {
    try {
      return musts.wanted(about);
    } catch (RuntimeException | StackOverflowError fault) {
      return true;
    }
  }

  @Override
  public boolean waits(String sofar, About about) {
    try {
      if (unreadable(sofar, about).isPresent()) return true;
      return resemblance.map(like -> !like.shown(like.score(manner(sofar, about)))).orElse(false);
    } catch (RuntimeException | StackOverflowError fault) {
      return true;
    }
  }

  @Override
  public List<Finding> whole(String reply, About about) {
    try {
      List<Finding> findings = new ArrayList<>(lessManner(byRules(reply, about), reply, about));
      if (findings.isEmpty()) {
        resemblance
            .flatMap(like ->
                like.finding(book.reader.read(Quotes.without(reply, about)), manner(reply, about)))
            .ifPresent(findings::add);
      }
      return distinct(findings);
    } catch (RuntimeException | StackOverflowError fault) {
      return List.of(fault());
    }
  }

  /** What the rules alone say of a whole reply. */
  List<Finding> byRules(String reply, About about) {
    List<Finding> findings = new ArrayList<>(found(reply, about));
    String own = Quotes.without(reply, about);
    findings.addAll(Extent.of(own, about.wordsMax()));
    if (Extent.words(reply) == 0) findings.add(new Finding("Abandonment", "says_nothing", ""));
    tongue.other(own, about.language()).ifPresent(findings::add);
    unreadable(reply, about).ifPresent(findings::add);
    findings.addAll(musts.missing(book.reader.read(reply), Spoken.of(about, book), about));
    return findings;
  }

  private Optional<Finding> unreadable(String text, About about) {
    return tongue.unreadable(Quotes.without(text, about), about.language());
  }

  /** How a reply, or what there is of it, speaks. */
  HashedTraits manner(String text, About about) {
    String own = Quotes.without(text, about);
    return Manner.of(book.reader.read(own), !own.equals(text), Spoken.of(about, book), about);
  }

  /** A rule of manner that fired on a few words of a plainly good reply is let off. */
  private List<Finding> lessManner(List<Finding> findings, String text, About about) {
    if (resemblance.isEmpty() || about.level().atLeast(Level.CONCERN)) return findings;
    if (findings.isEmpty() || !findings.stream().allMatch(RuleGuard::ofManner)) return findings;
    Resemblance like = resemblance.get();
    return like.good(like.score(manner(text, about))) ? List.of() : findings;
  }

  /** Whether it is about manner, which a few words may seem to show and the whole disproves. */
  static boolean ofManner(Finding finding) {
    return OF_MANNER.contains(finding.violation()) && !NEVER_LET_OFF.contains(finding.rule());
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
