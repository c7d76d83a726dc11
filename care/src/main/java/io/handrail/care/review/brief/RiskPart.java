package io.handrail.care.review.brief;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.brief.Brief.Part;
import io.handrail.care.review.brief.Brief.Sentence;
import java.util.ArrayList;
import java.util.List;

/** What asked for a person, and what people did about it. */
final class RiskPart {
  private static final int TOLD_MAX = 3;
  private static final int QUOTE_WORDS = 30;
  private static final int NOTE_WORDS = 24;

  private final Facts facts;
  private final Telling say;

  RiskPart(Facts facts, Telling say) {
    this.facts = facts;
    this.say = say;
  }

  Part part() {
    var all = new ArrayList<Sentence>();
    List<Turn> flagged =
        facts.turns().stream()
            .filter(turn -> turn.flags().stream().anyMatch(RiskPart::asks))
            .toList()
            .reversed();
    flagged.stream().limit(TOLD_MAX).forEach(turn -> told(turn, all));
    if (flagged.size() > TOLD_MAX) {
      all.add(
          Sentence.of(
              "There were "
                  + Telling.counted(flagged.size() - TOLD_MAX, "earlier message", "more, earlier")
                  + " that asked for a person.",
              new Source.Entry(flagged.get(TOLD_MAX).id().seq())));
    }
    if (flagged.isEmpty()) {
      all.add(Sentence.of("No message asked for a person in this time.", facts.whole()));
    }
    watched(all);
    hold(all);
    return new Part("risk", "Risk, and what was done", all);
  }

  private static boolean asks(Flag flag) {
    return flag.level().atLeast(Level.CONCERN);
  }

  private void told(Turn turn, List<Sentence> all) {
    Source here = new Source.Entry(turn.id().seq());
    Flag flag = turn.flags().stream().filter(RiskPart::asks).findFirst().orElseThrow();
    String asked =
        say.moment(turn.openedAt())
            + ": "
            + (flag.level() == Level.CRISIS
                ? "asked for a person at once"
                : "asked for a person the same day");
    String words = Telling.said(turn);
    all.add(
        words.isBlank()
            ? Sentence.of(asked + " (" + flag.reason().replace('_', ' ') + ").", here)
            : Sentence.quoting(asked + ":", Telling.quote(words, QUOTE_WORDS), here));
    RiskItem item = facts.flags().get(new OfClient<>(facts.client().id(), flag.id()));
    String answer =
        item == null || item.acknowledged().isEmpty()
            ? "Nobody has answered this yet."
            : answered(item.acknowledged().get());
    all.add(Sentence.of(answer, here));
  }

  private String answered(RiskItem.Acknowledgement by) {
    return by.name()
        + " answered it on "
        + say.moment(by.at())
        + ": "
        + Telling.quote(by.action(), NOTE_WORDS);
  }

  private void watched(List<Sentence> all) {
    List<Turn> watched =
        facts.turns().stream().filter(turn -> turn.screening().level() == Level.WATCH).toList();
    if (watched.isEmpty()) return;
    Turn latest = watched.getLast();
    all.add(
        Sentence.quoting(
            Telling.counted(watched.size(), "message", "messages")
                + " to read closely; "
                + (watched.size() == 1 ? "on " : "the latest on ")
                + say.day(latest.openedAt())
                + ":",
            Telling.quote(Telling.said(latest), QUOTE_WORDS),
            new Source.Entry(latest.id().seq())));
  }

  private void hold(List<Sentence> all) {
    facts
        .turns()
        .forEach(turn -> {
          if (turn.opening() instanceof Opening.HoldReleased released) {
            all.add(
                Sentence.of(
                    released.name()
                        + " let the exercises go on again on "
                        + say.moment(turn.openedAt())
                        + ": "
                        + Telling.quote(released.note(), NOTE_WORDS),
                    new Source.Entry(turn.id().seq())));
          }
        });
    facts
        .last()
        .flatMap(turn -> turn.state().hold())
        .ifPresent(hold ->
            all.add(
                Sentence.of(
                    "Exercises have been on hold since " + say.moment(hold.since()) + ".",
                    new Source.Entry(hold.turn()))));
  }
}
