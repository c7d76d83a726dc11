package io.handrail.portal.measures;

import io.handrail.care.measure.Change;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.measure.Recovery;
import io.handrail.portal.Spoken;
import io.handrail.portal.measures.MeasuresPage.Answer;
import io.handrail.portal.measures.MeasuresPage.Card;
import io.handrail.portal.measures.MeasuresPage.Row;
import io.handrail.web.page.Trend;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out results: a line, a table that says the same, and what is more than ups and downs. */
@Singleton
class MeasureCards {
  private static final String LANGUAGE = "en";

  private final Instruments instruments;

  MeasureCards(Instruments instruments) {
    this.instruments = instruments;
  }

  List<Card> of(MeasureBook book) {
    return book.results().stream()
        .map(result -> result.instrument().name())
        .distinct()
        .flatMap(name -> instrument(book, name).stream().map(by -> card(by, book.of(name))))
        .toList();
  }

  /** The active version, else the one the last result was made with. */
  private Optional<Instrument> instrument(MeasureBook book, String name) {
    return instruments.active(name).or(() -> instruments.at(book.of(name).getFirst().instrument()));
  }

  private static Card card(Instrument by, List<MeasureResult> newestFirst) {
    var rows = new ArrayList<Row>();
    var points = new ArrayList<Trend.Point>();
    Optional<Integer> before = Optional.empty();
    for (MeasureResult result : newestFirst.reversed()) {
      Optional<Change> change = change(by, before, result.total());
      String mark = change.map(MeasureCards::mark).orElse("");
      rows.addFirst(row(by, result, change, mark));
      result.total().ifPresent(total -> points.add(new Trend.Point(result.at(), total, mark)));
      if (result.total().isPresent()) before = result.total();
    }
    Optional<Row> last = rows.stream().filter(row -> row.total().isPresent()).findFirst();
    return new Card(
        by.ref().name(),
        by.title(LANGUAGE),
        last.map(r -> r.total().get() + " of " + by.highest() + ", " + r.band()).orElse("no total"),
        last.map(Row::change).orElse(""),
        last.map(Row::mark).orElse(""),
        cut(by),
        by.scoring().reliableChange(),
        points.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Trend.of(
                    points,
                    by.highest(),
                    by.bands().stream().map(Instrument.Band::from).toList(),
                    by.scoring().caseFrom().or(() -> by.scoring().caseAtMost()))),
        rows);
  }

  private static Optional<Change> change(
      Instrument by, Optional<Integer> before, Optional<Integer> now) {
    return before.flatMap(b -> now.map(n -> Change.between(by, b, n)));
  }

  private static String mark(Change change) {
    return switch (change) {
      case Change.Improved better -> "better";
      case Change.Worsened worse -> "worse";
      case Change.Small small -> "";
      case Change.None none -> "";
    };
  }

  private static String cut(Instrument by) {
    return by.scoring()
        .caseFrom()
        .map(from -> "cut-off " + from + " or more")
        .or(() -> by.scoring().caseAtMost().map(most -> "cut-off " + most + " or less"))
        .orElse("no cut-off");
  }

  private static Row row(
      Instrument by, MeasureResult result, Optional<Change> change, String mark) {
    List<Answer> answers = answers(by, result);
    return new Row(
        result.id(),
        result.at(),
        result.total(),
        result.total().flatMap(by::band).map(b -> b.name(LANGUAGE)).orElse(""),
        change.map(MeasureCards::said).orElse(""),
        mark,
        blanks(result),
        answers.stream().filter(Answer::asks).map(MeasureCards::asking).findFirst().orElse(""),
        result.turn(),
        answers);
  }

  private static String asking(Answer answer) {
    String said = answer.answer().isEmpty() ? "left blank, so unknown" : answer.answer();
    return "Question " + answer.n() + ": " + said;
  }

  private static String said(Change change) {
    String points = (change.points() > 0 ? "+" : "\u2212") + Math.abs(change.points());
    return switch (change) {
      case Change.None none -> "the same";
      case Change.Small small -> points + ", within ups and downs";
      case Change.Improved better -> points + ", reliable improvement";
      case Change.Worsened worse -> points + ", reliable worsening";
    };
  }

  private static String blanks(MeasureResult result) {
    if (result.missing() == 0) return "";
    String blanks = Spoken.counted(result.missing(), "blank");
    return result.total().isPresent() ? blanks + ", prorated" : blanks + ", no total";
  }

  private static List<Answer> answers(Instrument by, MeasureResult result) {
    var answers = new ArrayList<Answer>();
    for (Instrument.Item item : by.items()) {
      Integer value = result.answers().get(item.linkId());
      boolean asks =
          by.safety(item.linkId())
              .map(s -> value == null || value >= s.concernFrom())
              .orElse(false);
      String said =
          value == null
              ? ""
              : item.option(value)
                  .map(o -> o.display(LANGUAGE) + " (" + value + ")")
                  .orElse(Integer.toString(value));
      answers.add(new Answer(answers.size() + 1, item.text(LANGUAGE), said, asks));
    }
    return answers;
  }

  /** PHQ-9 and GAD-7 together, by the NHS Talking Therapies rules. */
  Optional<String> course(MeasureBook book) {
    Optional<Recovery.Course> phq = course(book, "phq9");
    Optional<Recovery.Course> gad = course(book, "gad7");
    if (phq.isEmpty() || gad.isEmpty()) return Optional.empty();
    return Optional.of(said(Recovery.of(phq.get(), gad.get())));
  }

  private Optional<Recovery.Course> course(MeasureBook book, String name) {
    List<MeasureResult> scored = book.of(name).stream().filter(r -> r.total().isPresent()).toList();
    if (scored.size() < 2) return Optional.empty();
    return instruments
        .active(name)
        .map(by ->
            new Recovery.Course(
                by, scored.getLast().total().get(), scored.getFirst().total().get()));
  }

  private static String said(Recovery course) {
    if (course.reliablyRecovered()) return "Reliable recovery: below both cut-offs";
    if (course.worsened()) return "Reliable worsening";
    if (course.improved()) return "Reliable improvement, not below both cut-offs yet";
    if (course.recovered()) return "Below both cut-offs, by less than a reliable change";
    return course.caseAtStart() ? "No reliable change" : "Below both cut-offs from the start";
  }
}
