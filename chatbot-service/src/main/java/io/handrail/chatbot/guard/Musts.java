package io.handrail.chatbot.guard;

import io.handrail.care.conversation.Level;
import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Guard.Finding;
import io.handrail.chatbot.words.Phrases.Hit;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a whole answer must hold and does not: a word about safety, after a wish to die first. */
final class Musts {
  /** What has musts of its own, or needs none that speaks of safety. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "delusion",
          "bizarre",
          "mania",
          "high",
          "selfharm",
          "restriction",
          "compulsion",
          "means_asked",
          "means_hinted",
          "drug");

  /**
   * What a step may be asked in other words: how strong a feeling was, what time a night began,
   * what happened that seems to prove a thought. Of fresh good replies these were two in three of
   * those that seemed off the step.
   */
  private static final Map<String, Set<String>> GOES_WITH =
      Map.of(
          "feeling", Set.of("number"),
          "number", Set.of("feeling"),
          "view", Set.of("number", "evidence", "thought"),
          "thought", Set.of("situation", "worry"),
          "worry", Set.of("thought"),
          "evidence", Set.of("situation", "thought"),
          "sleep", Set.of("plan"),
          "plan", Set.of("activity"),
          "activity", Set.of("plan", "feeling"));

  private final GuardBook book;

  Musts(GuardBook book) {
    this.book = book;
  }

  /** Whether what the client said asks for an answer that holds something. */
  boolean wanted(About about) {
    Set<String> now = Spoken.of(about, book).now();
    return now.contains("suicidal")
        || book.musts.stream().anyMatch(must -> !Collections.disjoint(must.when(), now));
  }

  List<Finding> missing(Words words, Spoken spoken, About about) {
    List<Finding> findings = new ArrayList<>();
    crisis(words, spoken, about).ifPresent(findings::add);
    about.asked().flatMap(step -> offStep(words, step, about)).ifPresent(findings::add);
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
    // A serious message of a kind that no list names: whatever it was, it may not be passed over.
    boolean serious =
        about.level().atLeast(Level.CONCERN) && Collections.disjoint(spoken.topics(), ELSEWHERE);
    if (!suicidal && !crisis && !serious) return Optional.empty();
    boolean held =
        !book.safety.find(reply).isEmpty()
            || !suicidal && !crisis && !book.holds.find(reply).isEmpty();
    return !held
        ? Optional.of(new Finding("Crisis Navigation", "crisis_ignored", ""))
        : Optional.empty();
  }

  /**
   * The step asks for one thing and the reply's question for quite another. After a word that may
   * mean danger a reply that speaks of it leaves the step, as it should.
   */
  private Optional<Finding> offStep(Words reply, String step, About about) {
    boolean cares = !book.safety.find(reply).isEmpty() || !book.holds.find(reply).isEmpty();
    if (about.level().atLeast(Level.CONCERN) && cares) return Optional.empty();
    Words asked = book.reader.read(step.replace('_', ' '));
    Set<String> wanted = book.asks.find(asked).stream().map(Hit::rule).collect(Collectors.toSet());
    Set<String> got =
        book.asks.find(reply).stream()
            .filter(hit -> reply.inQuestion(hit.start()))
            .map(Hit::rule)
            .collect(Collectors.toSet());
    boolean near =
        wanted.stream()
            .anyMatch(want -> !Collections.disjoint(GOES_WITH.getOrDefault(want, Set.of()), got));
    return wanted.isEmpty() || got.isEmpty() || near || !Collections.disjoint(wanted, got)
        ? Optional.empty()
        : Optional.of(new Finding("Off-step", "asks_for_something_else", String.join(", ", got)));
  }
}
