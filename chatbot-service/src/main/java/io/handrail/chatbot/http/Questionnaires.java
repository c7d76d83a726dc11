package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.State;
import io.handrail.care.measure.Change;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.measure.MeasurePlan.Assignment;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.measure.Sitting;
import io.handrail.web.page.Trend;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A client's questionnaires, as their pages show them. */
@Singleton
class Questionnaires {
  private final Shelves shelves;
  private final Instruments instruments;
  private final Clock clock;

  Questionnaires(Shelves shelves, Instruments instruments, Clock clock) {
    this.shelves = shelves;
    this.instruments = instruments;
    this.clock = clock;
  }

  /**
   * One to answer.
   *
   * @param at questions that are behind; 0 for one that was not begun
   * @param of how many there are
   */
  public record Ask(String name, String title, String about, int minutes, int at, int of) {
    public boolean begun() {
      return at > 0;
    }
  }

  /** Every result of one instrument. */
  public record Series(String title, int highest, Optional<Trend> trend, List<Row> rows) {}

  /**
   * One result.
   *
   * @param total empty when too much was left blank
   * @param change {@code better}, {@code worse} or {@code ""} beside the one before
   */
  public record Row(String id, Instant at, Optional<Integer> total, String change) {}

  /** A sitting that can be gone on with, and its instrument. */
  record Going(Sitting sitting, Instrument instrument) {}

  Optional<Going> going(State state) {
    return state
        .measure()
        .filter(sitting -> sitting.open(clock.instant()))
        .flatMap(s -> instruments.at(s.instrument()).map(i -> new Going(s, i)));
  }

  /** What is to be answered now: the one under way first. Nothing while a hold stands. */
  List<Ask> due(Visit visit, State state) {
    if (state.hold().isPresent() || !visit.agreed()) return List.of();
    var asks = new ArrayList<Ask>();
    Optional<Going> going = going(state);
    going.ifPresent(g -> asks.add(ask(g.instrument(), g.sitting().at(), visit)));
    MeasureBook book = book(visit);
    for (Assignment assignment :
        shelves
            .measurePlans()
            .get(visit.id())
            .orElse(MeasurePlan.EMPTY)
            .due(book, clock.instant())) {
      instruments
          .active(assignment.instrument())
          .filter(i -> asks.stream().noneMatch(a -> a.name().equals(i.ref().name())))
          .ifPresent(i -> asks.add(ask(i, 0, visit)));
    }
    return asks;
  }

  private static Ask ask(Instrument by, int at, Visit visit) {
    String language = by.spoken(visit.language());
    return new Ask(
        by.ref().name(),
        by.title(language),
        by.description(language),
        by.minutes(),
        at,
        by.items().size());
  }

  MeasureBook book(Visit visit) {
    return shelves.measures().get(visit.id()).orElse(MeasureBook.EMPTY);
  }

  Optional<Instrument> instrument(MeasureResult result) {
    return instruments.at(result.instrument());
  }

  List<Series> series(Visit visit) {
    MeasureBook book = book(visit);
    return book.results().stream()
        .map(result -> result.instrument().name())
        .distinct()
        .flatMap(name -> instruments.active(name).stream())
        .map(by -> series(by, book.of(by.ref().name()), visit))
        .toList();
  }

  private static Series series(Instrument by, List<MeasureResult> newestFirst, Visit visit) {
    var rows = new ArrayList<Row>();
    var points = new ArrayList<Trend.Point>();
    Optional<Integer> before = Optional.empty();
    for (MeasureResult result : newestFirst.reversed()) {
      String change = "";
      if (result.total().isPresent()) {
        change = before.map(b -> change(by, b, result.total().get())).orElse("");
        before = result.total();
        points.add(new Trend.Point(result.at(), result.total().get(), change));
      }
      rows.addFirst(new Row(result.id(), result.at(), result.total(), change));
    }
    Optional<Trend> trend =
        points.size() < 2
            ? Optional.empty()
            : Optional.of(Trend.of(points, by.highest(), List.of(), Optional.empty()));
    return new Series(by.title(by.spoken(visit.language())), by.highest(), trend, rows);
  }

  private static String change(Instrument by, int before, int now) {
    return switch (Change.between(by, before, now)) {
      case Change.Improved better -> "better";
      case Change.Worsened worse -> "worse";
      case Change.Small small -> "";
      case Change.None none -> "";
    };
  }
}
