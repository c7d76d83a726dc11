package io.handrail.care.review.brief;

import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Sheet;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.review.brief.Brief.Part;
import io.handrail.care.review.brief.Brief.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Exercises, homework, and what was set aside for the session. */
final class WorkPart {
  private static final int TOLD_MAX = 4;
  private static final int QUOTE_WORDS = 24;

  private final Facts facts;
  private final Telling say;
  private final Protocols protocols;

  WorkPart(Facts facts, Telling say, Protocols protocols) {
    this.facts = facts;
    this.say = say;
    this.protocols = protocols;
  }

  /** What the client wants on top of the session, and what the exercises put by for it. */
  Optional<Part> forTheSession() {
    var all = new ArrayList<Sentence>();
    facts.exercises().stream()
        .filter(record ->
            protocols.at(record.run().protocol()).filter(p -> p.shown().frontPage()).isPresent())
        .findFirst()
        .ifPresent(record -> agenda(record, all));
    var put = new LinkedHashSet<String>();
    for (Turn turn : facts.turns()) {
      for (Happening what : turn.closing().map(c -> c.happened()).orElse(List.of())) {
        if (what instanceof Happening.Noted noted
            && put.size() < TOLD_MAX
            && put.add(noted.step() + noted.why())) {
          all.add(
              Sentence.of(
                  "Put by on " + say.day(turn.openedAt()) + ": " + noted(noted) + ".",
                  new Source.Entry(turn.id().seq())));
        }
      }
    }
    return part("session", "For this session", all);
  }

  private static String noted(Happening.Noted noted) {
    return noted.step().replace('_', ' ') + ", " + noted.why().replace('_', ' ');
  }

  private void agenda(ExerciseRecord record, List<Sentence> all) {
    Protocol protocol = protocols.at(record.run().protocol()).orElseThrow();
    for (Sheet.Row row : Engine.sheet(protocol, record.run()).rows()) {
      if (row.lines().isEmpty()) continue;
      all.add(
          Sentence.quoting(
              row.title() + ":",
              Telling.quote(String.join("; ", row.lines()), QUOTE_WORDS),
              new Source.Worksheet(record.run().id().value())));
    }
  }

  Part exercises() {
    var all = new ArrayList<Sentence>();
    List<ExerciseRecord> done =
        facts.exercises().stream()
            .filter(record ->
                protocols.at(record.run().protocol()).filter(p -> p.shown().frontPage()).isEmpty())
            .toList();
    done.stream().limit(TOLD_MAX).forEach(record -> all.add(exercise(record)));
    if (done.size() > TOLD_MAX) {
      all.add(
          Sentence.of(
              Telling.counted(done.size() - TOLD_MAX, "more worksheet") + " before these.",
              new Source.Worksheet(done.get(TOLD_MAX).run().id().value())));
    }
    if (done.isEmpty()) {
      all.add(Sentence.of("No exercise was finished or stopped in this time.", facts.whole()));
    }
    return new Part("exercises", "What was worked on", all);
  }

  private Sentence exercise(ExerciseRecord record) {
    Optional<Protocol> protocol = protocols.at(record.run().protocol());
    String title =
        protocol.map(p -> p.title("en")).orElse(record.run().protocol().name().replace('_', ' '));
    boolean finished = record.run().status() == Run.Status.FINISHED;
    String text =
        title + (finished ? ", finished on " : ", stopped on ") + say.day(record.endedAt());
    Source here = new Source.Worksheet(record.run().id().value());
    Optional<Sheet> sheet = protocol.map(p -> Engine.sheet(p, record.run()));
    Optional<Sheet.Pinned> pinned = sheet.flatMap(Sheet::pinned);
    if (pinned.isPresent()) {
      return Sentence.quoting(
          text + ". " + pinned.get().title() + ":",
          Telling.quote(pinned.get().text(), QUOTE_WORDS),
          here);
    }
    Optional<Sheet.Row> last =
        sheet.stream()
            .flatMap(s -> s.rows().stream())
            .filter(row -> !row.lines().isEmpty())
            .reduce((earlier, later) -> later);
    return last.map(row ->
            Sentence.quoting(
                text + ". " + row.title() + ":",
                Telling.quote(String.join("; ", row.lines()), QUOTE_WORDS),
                here))
        .orElseGet(() -> Sentence.of(text + ".", here));
  }

  Part homework() {
    var all = new ArrayList<Sentence>();
    facts.homework().items().stream()
        .filter(piece -> open(piece) || facts.within(piece.history().getLast().at()))
        .limit(TOLD_MAX + 1L)
        .forEach(piece -> all.add(piece(piece)));
    Adherence.of(facts.homework(), facts.now())
        .said()
        .ifPresent(said -> all.add(Sentence.of(said, new Source.AllPieces())));
    if (all.isEmpty()) {
      all.add(Sentence.of("No homework is agreed at the moment.", new Source.AllPieces()));
    }
    return new Part("homework", "Homework", all);
  }

  private static boolean open(Homework piece) {
    return switch (piece.status()) {
      case PROPOSED, APPROVED, DONE -> true;
      case DECLINED, RETURNED -> false;
    };
  }

  private Sentence piece(Homework piece) {
    Homework.Move last = piece.history().getLast();
    String when = piece.when().isBlank() ? "" : " (“" + Telling.inside(piece.when()) + "”)";
    String status =
        switch (piece.status()) {
          case PROPOSED -> "waits for your yes or no";
          case APPROVED -> "to do, agreed on " + say.day(last.at());
          case DECLINED -> "declined on " + say.day(last.at());
          case DONE -> "reported done on " + say.day(last.at()) + ", waits for your comment";
          case RETURNED -> "done, and returned with a comment on " + say.day(last.at());
        };
    String task = Telling.inside(Telling.quote(piece.task(), QUOTE_WORDS));
    Source here = new Source.Piece(piece.id());
    String text = "“" + task + "”" + when + ": " + status;
    boolean report = piece.status() == Status.DONE && !last.comment().isBlank();
    return report
        ? Sentence.quoting(text + ":", Telling.quote(last.comment(), QUOTE_WORDS), here)
        : Sentence.of(text + ".", here);
  }

  private static Optional<Part> part(String id, String heading, List<Sentence> all) {
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part(id.toLowerCase(Locale.ROOT), heading, all));
  }
}
