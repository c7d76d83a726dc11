package io.handrail.portal.chart;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.record.Consent;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.record.Memory;
import io.handrail.care.record.OverTime;
import io.handrail.care.review.CaseloadRow;
import io.handrail.portal.Frame;
import io.handrail.portal.Spoken;
import io.handrail.portal.TrendRow;
import io.handrail.portal.chart.ChartPage.Agenda;
import io.handrail.portal.chart.ChartPage.Agreed;
import io.handrail.portal.chart.ChartPage.Diary;
import io.handrail.portal.chart.ChartPage.Exercise;
import io.handrail.portal.chart.ChartPage.Line;
import io.handrail.portal.chart.ChartPage.Piece;
import io.handrail.portal.chart.ChartPage.Quote;
import io.handrail.portal.chart.ChartPage.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The parts of a client's page, each from one or two documents. */
@Singleton
class ChartParts {
  private static final int LOOK_BACK_TURNS = 100;
  private static final int QUOTES_MAX = 6;
  private static final int TELLING_WORDS_MIN = 4;
  private static final int EXERCISES_MAX = 8;
  private static final Duration ON_TOP = Duration.ofDays(21);

  private final Shelves shelves;
  private final Protocols protocols;
  private final OverTime overTime;

  ChartParts(Shelves shelves, Protocols protocols, OverTime overTime) {
    this.shelves = shelves;
    this.protocols = protocols;
    this.overTime = overTime;
  }

  /** What was written past the last review. */
  record Said(List<Quote> quotes, int more) {}

  /** What asks for most first, then the newest; bounded, however long the unread part is. */
  Said said(Client client, CaseloadRow row, Frame frame) {
    int unread = (int) Math.clamp(row.unreadTurns() + 1, 0L, LOOK_BACK_TURNS);
    List<Turn> spoken =
        shelves.turns().last(client.id(), unread).stream()
            .filter(turn -> turn.id().seq() > row.reviewedSeq())
            .filter(turn -> turn.opening() instanceof Opening.Said)
            .toList();
    // A bare "no" or "55" tells little; it is left to the log where there is more to read.
    List<Turn> telling = spoken.stream().filter(ChartParts::telling).toList();
    List<Quote> quotes =
        (telling.isEmpty() ? spoken : telling)
            .reversed().stream()
                .sorted(
                    Comparator.comparing(
                        (Turn turn) -> turn.screening().level(), Comparator.reverseOrder()))
                .limit(QUOTES_MAX)
                .map(turn -> quote(turn, frame))
                .toList();
    return new Said(quotes, spoken.size() - quotes.size());
  }

  private static boolean telling(Turn turn) {
    return turn.screening().level().atLeast(Level.WATCH)
        || words(turn).strip().split("\\s+").length >= TELLING_WORDS_MIN;
  }

  private static String words(Turn turn) {
    return turn.opening() instanceof Opening.Said said ? said.text() : "";
  }

  private static Quote quote(Turn turn, Frame frame) {
    return new Quote(
        turn.id().seq(),
        frame.said(turn.openedAt()),
        turn.screening().level().name().toLowerCase(Locale.ROOT),
        Spoken.asked(turn.screening().level()),
        words(turn));
  }

  /** Homework that is not over. */
  List<Piece> homework(Client client, Frame frame) {
    return shelves.homework().get(client.id()).orElse(HomeworkBook.EMPTY).items().stream()
        .flatMap(homework -> piece(homework, frame).stream())
        .toList();
  }

  private static Optional<Piece> piece(Homework homework, Frame frame) {
    return switch (homework.status()) {
      case PROPOSED -> Optional.of(piece(homework, "Waits for your decision", true, frame));
      case DONE -> Optional.of(piece(homework, "Done, waits for your comment", true, frame));
      case APPROVED -> Optional.of(piece(homework, "To do", false, frame));
      case DECLINED, RETURNED -> Optional.empty();
    };
  }

  private static Piece piece(Homework homework, String status, boolean waits, Frame frame) {
    String at = frame.said(homework.history().getLast().at());
    return new Piece(homework.id(), homework.task(), homework.when(), status, waits, at);
  }

  List<Exercise> exercises(Client client, Frame frame) {
    return shelves.exerciseIndex().get(client.id()).orElse(ExerciseIndex.EMPTY).entries().stream()
        .limit(EXERCISES_MAX)
        .map(entry -> exercise(entry, frame))
        .toList();
  }

  private Exercise exercise(ExerciseIndex.Entry entry, Frame frame) {
    String title = title(protocols.at(entry.protocol()), Spoken.plain(entry.protocol().name()));
    return new Exercise(entry.run(), title, frame.said(entry.endedAt()), entry.finished());
  }

  private static String title(Optional<Protocol> protocol, String otherwise) {
    return protocol.map(found -> found.title("en")).orElse(otherwise);
  }

  /** The latest worksheet that its file puts on top of this page; it leaves it after a while. */
  Optional<Agenda> agenda(Client client, Frame frame) {
    return protocols.active().stream()
        .filter(protocol -> protocol.shown().frontPage())
        .flatMap(protocol -> overTime.latest(client.id(), protocol).stream())
        .filter(record -> record.endedAt().plus(ON_TOP).isAfter(frame.now()))
        .max(Comparator.comparing(ExerciseRecord::endedAt))
        .flatMap(record -> protocols.at(record.run().protocol()).map(p -> agenda(p, record, frame)))
        .filter(agenda -> !agenda.rows().isEmpty());
  }

  private static Agenda agenda(Protocol protocol, ExerciseRecord record, Frame frame) {
    List<Row> rows =
        Engine.sheet(protocol, record.run()).rows().stream()
            .filter(row -> !row.lines().isEmpty())
            .map(row -> new Row(row.title(), row.lines()))
            .toList();
    String run = record.run().id().value();
    return new Agenda(protocol.title("en"), run, frame.said(record.endedAt()), rows);
  }

  List<Diary> diaries(Client client) {
    return overTime.of(client.id(), "en").stream()
        .map(d -> new Diary(d.title(), d.run(), TrendRow.of(d.trends())))
        .toList();
  }

  Optional<Agreed> agreed(Client client, Frame frame) {
    return shelves.consents().get(client.id()).map(consent -> agreed(consent, frame));
  }

  private static Agreed agreed(Consent consent, Frame frame) {
    return new Agreed(
        consent.version(),
        consent.model(),
        consent.wordsSummaries(),
        consent.stands(),
        frame.said(consent.withdrawnAt().orElse(consent.givenAt())));
  }

  /** The plan in a few lines. */
  List<Line> limits(Client client) {
    Optional<CarePlan> maybe = shelves.plans().get(client.id());
    if (maybe.isEmpty()) {
      return List.of(new Line("Limits", "none are stored, so no exercise can start"));
    }
    CarePlan plan = maybe.get();
    return List.of(
        new Line("Exercises", permitted(plan)),
        new Line("Messages", "up to " + plan.messagesPerDayMax() + " a day"),
        new Line("Hours", hours(plan)),
        new Line("Model", model(plan)));
  }

  private String permitted(CarePlan plan) {
    if (plan.protocols().isEmpty()) return "none permitted";
    return plan.protocols().stream()
        .sorted()
        .map(name -> title(protocols.active(name), Spoken.plain(name)))
        .collect(Collectors.joining(", "));
  }

  private static String hours(CarePlan plan) {
    if (plan.hours().isEmpty()) return "any time";
    return plan.hours().stream()
            .map(span -> span.from() + "\u2013" + span.to())
            .collect(Collectors.joining(", "))
        + " on the client\u2019s clock";
  }

  private static String model(CarePlan plan) {
    return switch (plan.modelUse()) {
      case OFF -> "off, scripted wording only";
      case PHRASING -> "phrases the program\u2019s questions";
      case GUIDED -> "phrases, and reads answers into the sheet";
    };
  }

  /** What the client's memory page shows them. */
  ChartPage.Remembered remembered(Client client) {
    Memory memory = shelves.memories().get(client.id()).orElse(Memory.EMPTY);
    return new ChartPage.Remembered(
        memory.off(),
        memory.facts().stream()
            .map(f -> new ChartPage.Known(f.title(), f.value(), f.turn(), f.allowed()))
            .toList());
  }
}
