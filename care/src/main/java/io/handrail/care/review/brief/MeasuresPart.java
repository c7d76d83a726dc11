package io.handrail.care.review.brief;

import io.handrail.care.measure.Change;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasurePlan;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.review.brief.Brief.Part;
import io.handrail.care.review.brief.Brief.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the questionnaires say, against the ordinary ups and downs of each. */
final class MeasuresPart {
  private static final int TOLD_MAX = 4;

  private final Facts facts;
  private final Telling say;
  private final Instruments instruments;

  MeasuresPart(Facts facts, Telling say, Instruments instruments) {
    this.facts = facts;
    this.say = say;
    this.instruments = instruments;
  }

  Optional<Part> part() {
    var all = new ArrayList<Sentence>();
    facts.measures().results().stream()
        .map(result -> result.instrument().name())
        .distinct()
        .limit(TOLD_MAX)
        .forEach(name -> instrument(name).ifPresent(by -> told(by, all)));
    for (MeasurePlan.Assignment due : facts.asked().due(facts.measures(), facts.now())) {
      String title =
          instruments.active(due.instrument()).map(by -> by.title("en")).orElse(due.instrument());
      long turn =
          facts.measures().of(due.instrument()).stream()
              .map(MeasureResult::turn)
              .findFirst()
              .orElse(0L);
      all.add(
          Sentence.of(
              title + " is due and not answered.", new Source.Measure(due.instrument(), turn)));
    }
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new Part("measures", "Questionnaires", all));
  }

  private Optional<Instrument> instrument(String name) {
    return instruments
        .active(name)
        .or(() -> instruments.at(facts.measures().of(name).getFirst().instrument()));
  }

  private void told(Instrument by, List<Sentence> all) {
    String name = by.ref().name();
    MeasureResult now = facts.measures().of(name).getFirst();
    Source here = new Source.Measure(name, now.turn());
    var text = new StringBuilder(by.title("en")).append(" on ").append(say.day(now.at()));
    if (now.total().isEmpty()) {
      text.append(": no total, ")
          .append(Telling.counted(now.missing(), "question"))
          .append(" left blank.");
    } else {
      int total = now.total().get();
      text.append(": ").append(total).append(" of ").append(by.highest());
      by.band(total).ifPresent(band -> text.append(", ").append(band.name("en")));
      text.append(compared(by, now, total)).append('.');
    }
    if (!facts.within(now.at())) text.append(" Nothing newer in this time.");
    all.add(Sentence.of(text.toString(), here));
    for (Instrument.Safety safety : by.safety()) asking(by, safety, now).ifPresent(all::add);
  }

  private String compared(Instrument by, MeasureResult now, int total) {
    return facts
        .measures()
        .before(by.ref().name(), now.turn())
        .or(() ->
            facts.measures().of(by.ref().name()).stream()
                .skip(1)
                .filter(result -> result.total().isPresent())
                .findFirst())
        .map(before -> ". " + against(by, before, total))
        .orElse("; the first one");
  }

  private String against(Instrument by, MeasureResult before, int total) {
    Change change = Change.between(by, before.total().orElseThrow(), total);
    String than = " than on " + say.day(before.at());
    String points = Telling.counted(Math.abs(change.points()), "point");
    String way = change.points() < 0 ? " lower" : " higher";
    return switch (change) {
      case Change.None none -> "The same as on " + say.day(before.at());
      case Change.Small small -> points + way + than + ", within ordinary ups and downs";
      case Change.Improved better -> points + way + than + ", a reliable improvement";
      case Change.Worsened worse -> points + way + than + ", a reliable worsening";
    };
  }

  private Optional<Sentence> asking(Instrument by, Instrument.Safety safety, MeasureResult result) {
    Integer value = result.answers().get(safety.item());
    if (value != null && value < safety.concernFrom()) return Optional.empty();
    String number = safety.item().replace("q", "");
    String answer =
        value == null
            ? "has no answer, so it is unknown"
            : "was answered “"
                + by.item(safety.item())
                    .flatMap(item -> item.option(value))
                    .map(option -> option.display("en"))
                    .orElse(String.valueOf(value))
                + "”";
    return Optional.of(
        Sentence.of(
            "Question " + number + " " + answer + ".",
            new Source.Item(by.ref().name(), result.turn(), safety.item())));
  }
}
