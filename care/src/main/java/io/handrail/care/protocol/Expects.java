package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Expect;
import io.handrail.care.protocol.Advance.Option;
import io.handrail.care.protocol.Advance.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the waiting step can be answered. */
final class Expects {
  static final String KEEP = "keep";
  static final String ENOUGH = "enough";
  static final String STOP = "stop";
  static final String GO_ON = "go_on";
  private static final int SHORT_ANSWER = 60;

  private Expects() {}

  static Expect of(Draft d) {
    if (!d.running()) return Expect.NOTHING;
    if (d.mark(Flow.OFFER) > 0) {
      return new Expect(
          Shape.ONE_OF,
          stopOrGoOn(d),
          0,
          0,
          "",
          false,
          false,
          false,
          false,
          false,
          Optional.empty());
    }
    return d.waiting().map(q -> of(d, q)).orElse(Expect.NOTHING);
  }

  private static List<Option> stopOrGoOn(Draft d) {
    return List.of(
        new Option(STOP, label(d, Phrase.OPTION_STOP)),
        new Option(GO_ON, label(d, Phrase.OPTION_GO_ON)));
  }

  private static Expect of(Draft d, Step.Question q) {
    Optional<Open> open = Open.of(d, q);
    if (open.isPresent()) {
      Field.Column column = open.get().column();
      return expect(d, q, Shape.NUMBER, List.of(), column.min(), column.max());
    }
    var extra = new ArrayList<Option>();
    if (d.mark("more:" + q.id()) > 0) {
      extra.add(new Option(ENOUGH, label(d, Phrase.OPTION_ENOUGH)));
    } else if (d.mark(Flow.REVISIT) > 0 && d.value(q.collect()).isPresent()) {
      extra.add(new Option(KEEP, label(d, Phrase.OPTION_KEEP)));
    }
    return switch (d.protocol().fields().get(q.collect())) {
      case Field.OfText text -> {
        var options = new ArrayList<>(rows(d, text));
        options.addAll(extra);
        yield text.from().isPresent() && options.size() > extra.size()
            ? expect(d, q, Shape.ONE_OF, options, 0, text.maxChars())
            : expect(d, q, Shape.TEXT, extra, 0, text.maxChars());
      }
      case Field.OfNumber number ->
          number.unit() == Field.Unit.MINUTES
              ? expect(d, q, Shape.TEXT, extra, 0, SHORT_ANSWER)
              : expect(d, q, Shape.NUMBER, extra, number.min(), number.max());
      case Field.OfTime time -> expect(d, q, Shape.TEXT, extra, 0, SHORT_ANSWER);
      case Field.OfChoice choice -> {
        var options = new ArrayList<>(options(d, choice));
        options.addAll(extra);
        yield expect(d, q, choice.many() ? Shape.SOME_OF : Shape.ONE_OF, options, 0, 0);
      }
      case Field.OfList list -> expect(d, q, Shape.TEXT, extra, 0, list.max() * list.words().max());
    };
  }

  /** The options that this client may take; of traps, the two or three that are offered. */
  static List<Option> options(Draft d, Field.OfChoice choice) {
    List<String> likely = likely(d, choice);
    return choice.options().stream()
        .filter(o -> offered(d, o))
        .filter(o -> likely.isEmpty() || o.alone() || likely.contains(o.id()))
        .map(o -> new Option(o.id(), o.label(d.language())))
        .toList();
  }

  /** Ids of the options that the words of another field sound like; empty offers them all. */
  static List<String> likely(Facts facts, Field.OfChoice choice) {
    if (choice.from().isEmpty()
        || !(facts.value(choice.from().get()).orElse(null) instanceof Value.Text(String text))) {
      return List.of();
    }
    List<String> ids = Traps.of(text).stream().filter(id -> choice.option(id).isPresent()).toList();
    return ids.size() > 1 ? ids : List.of();
  }

  static boolean offered(Draft d, Field.Choice option) {
    return option.needs().isEmpty()
        || d.mark("permitted") == 0
        || d.mark("may:" + option.needs().get()) > 0;
  }

  /** Entries of a list as options, by their place from 1. */
  static List<Option> rows(Draft d, Field.OfText text) {
    var options = new ArrayList<Option>();
    if (text.from().isPresent()
        && d.protocol().fields().get(text.from().get()) instanceof Field.OfList list
        && d.value(text.from().get()).orElse(null)
            instanceof Value.Rows(List<Map<String, Value>> rows)) {
      for (int i = 0; i < rows.size(); i++) {
        String words = Given.plain(rows.get(i).get(list.words().name()));
        if (text.approvedOnly() && !Approvals.approved(d, text, words)) continue;
        options.add(new Option(Integer.toString(i + 1), words));
      }
    }
    return options;
  }

  private static Expect expect(
      Draft d, Step.Question q, Shape shape, List<Option> options, int min, int max) {
    String box =
        q.box().in(d.language()).stream().flatMap(t -> t.render(d).stream()).findFirst().orElse("");
    return new Expect(
        shape,
        options,
        min,
        max,
        box,
        q.skippable(),
        Going.before(d).isPresent(),
        !q.why().in(d.language()).isEmpty(),
        !q.example().in(d.language()).isEmpty(),
        d.mark("hint:" + q.id()) < q.hints().size(),
        q.read());
  }

  private static String label(Draft d, Phrase phrase) {
    return d.protocol().phrases().label(phrase, d.language());
  }
}
