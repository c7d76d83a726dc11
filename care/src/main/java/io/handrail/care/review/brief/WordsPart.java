package io.handrail.care.review.brief;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.review.brief.Brief.Part;
import io.handrail.care.review.brief.Brief.Sentence;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The client's own words, how they use the program, and what people changed. */
final class WordsPart {
  private static final int QUOTES_MAX = 4;
  private static final int QUOTE_WORDS = 34;
  private static final int TELLING_WORDS_MIN = 5;
  private static final int CHANGES_MAX = 3;
  private static final LocalTime NIGHT_FROM = LocalTime.of(23, 0);
  private static final LocalTime NIGHT_TO = LocalTime.of(5, 0);

  private final Facts facts;
  private final Telling say;

  WordsPart(Facts facts, Telling say) {
    this.facts = facts;
    this.say = say;
  }

  /**
   * What says most in their own words, in the order it was said; what is under risk is left out.
   */
  Optional<Part> words() {
    List<Turn> telling =
        facts.turns().stream()
            .filter(turn -> turn.opening() instanceof Opening.Said)
            .filter(turn -> !turn.screening().level().atLeast(Level.WATCH))
            .filter(turn -> length(turn) >= TELLING_WORDS_MIN)
            .sorted(Comparator.comparing(WordsPart::length).reversed())
            .limit(QUOTES_MAX)
            .sorted(Comparator.comparing(turn -> turn.id().seq()))
            .toList();
    if (telling.isEmpty()) return Optional.empty();
    var all = new ArrayList<Sentence>();
    for (Turn turn : telling) {
      all.add(
          Sentence.quoting(
              say.moment(turn.openedAt()) + ":",
              Telling.quote(Telling.said(turn), QUOTE_WORDS),
              new Source.Entry(turn.id().seq())));
    }
    return Optional.of(new Part(Brief.WORDS, "In their own words", all));
  }

  private static int length(Turn turn) {
    return Telling.said(turn).strip().split("\\s+").length;
  }

  Part use() {
    List<Turn> said =
        facts.turns().stream().filter(turn -> turn.opening() instanceof Opening.Said).toList();
    var all = new ArrayList<Sentence>();
    if (said.isEmpty()) {
      String last =
          facts
              .last()
              .map(turn -> "The last entry is of " + say.day(turn.openedAt()) + ".")
              .orElse("Nothing has been written yet.");
      all.add(Sentence.of("Nothing was written in this time. " + last, facts.whole()));
      return new Part("use", "Use", all);
    }
    long days =
        said.stream()
            .map(turn -> turn.openedAt().atZone(facts.client().zone()).toLocalDate())
            .distinct()
            .count();
    long night = said.stream().filter(this::atNight).count();
    String nights =
        night == 0 ? "" : ", " + night + " of them between 23:00 and 05:00 on the client’s clock";
    all.add(
        Sentence.of(
            (facts.cut() ? "At least " : "")
                + Telling.counted(said.size(), "message")
                + " on "
                + Telling.counted(days, "day")
                + nights
                + ".",
            facts.whole()));
    return new Part("use", "Use", all);
  }

  private boolean atNight(Turn turn) {
    LocalTime time = turn.openedAt().atZone(facts.client().zone()).toLocalTime();
    return !time.isBefore(NIGHT_FROM) || time.isBefore(NIGHT_TO);
  }

  /** What people changed in the limits. */
  Optional<Part> changes() {
    var all = new ArrayList<Sentence>();
    for (int i = 1; i < facts.plans().size(); i++) {
      CarePlan now = facts.plans().get(i);
      if (!facts.within(now.changedAt())) continue;
      String what = String.join("; ", changed(facts.plans().get(i - 1), now));
      all.add(
          Sentence.of(
              "Limits changed on "
                  + say.day(now.changedAt())
                  + (what.isEmpty() ? "." : ": " + what + "."),
              new Source.Limits(now.version())));
    }
    List<Sentence> latest = all.subList(Math.max(0, all.size() - CHANGES_MAX), all.size());
    return latest.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part("changes", "What was changed", latest));
  }

  private static List<String> changed(CarePlan before, CarePlan now) {
    var said = new ArrayList<String>();
    if (before.paused() != now.paused()) {
      said.add(now.paused() ? "the program was paused" : "the pause ended");
    }
    if (before.messagesPerDayMax() != now.messagesPerDayMax()) {
      said.add(before.messagesPerDayMax() + " to " + now.messagesPerDayMax() + " messages a day");
    }
    if (!before.protocols().equals(now.protocols())) {
      said.add(
          Telling.counted(now.protocols().size(), "exercise")
              + " permitted, before it was "
              + before.protocols().size());
    }
    if (!before.hours().equals(now.hours())) said.add("other hours");
    if (before.modelUse() != now.modelUse()) said.add("other use of a model");
    if (before.replyMode() != now.replyMode()) said.add("another reply mode");
    if (!before.steering().equals(now.steering())) said.add("other notes for the program");
    return said;
  }
}
