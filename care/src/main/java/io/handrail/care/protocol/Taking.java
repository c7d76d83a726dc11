package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes one answer to the step that waits. */
final class Taking {
  private Taking() {}

  static void take(Draft d, Step.Question q, Answer answer) {
    if (d.mark(Flow.OFFER) > 0) {
      Offering.take(d, answer);
      return;
    }
    switch (answer) {
      case Answer.Words(String text) -> words(d, q, Texts.clean(text), Map.of());
      case Answer.Read(String text, var captures) -> words(d, q, Texts.clean(text), captures);
      case Answer.Picked(List<String> options) -> picked(d, q, options);
      case Answer.GoTo(String step) -> Going.goTo(d, step);
      case Answer.Control control -> control(d, q, control);
    }
  }

  static void control(Draft d, Step.Question q, Answer.Control control) {
    switch (control) {
      case BACK -> Going.back(d);
      case SKIP -> Going.skip(d, q);
      case STOP -> Ending.stop(d, "client", Phrase.STOPPED);
      case WHY -> Helping.tell(d, d.word("why:" + q.id(), q.why()), Phrase.NO_WHY);
      case EXAMPLE -> Helping.tell(d, d.word("example:" + q.id(), q.example()), Phrase.NO_EXAMPLE);
      case HINT -> Helping.hint(d, q);
      case RESUME -> Helping.tell(d, d.word(Phrase.RESUMED), Phrase.RESUMED);
    }
  }

  private static void words(Draft d, Step.Question q, String text, Map<String, Object> captures) {
    Field field = d.protocol().fields().get(q.collect());
    if (text.isBlank()) {
      Helping.miss(d, q, d.word(Helping.reask(field)));
      return;
    }
    boolean revisit = d.mark(Flow.REVISIT) > 0 && d.value(q.collect()).isPresent();
    boolean more = d.mark("more:" + q.id()) > 0;
    if (more && Enough.enough(text)) {
      done(d, q);
    } else if (revisit && !(field instanceof Field.OfChoice) && Enough.keeps(text)) {
      keep(d, q);
    } else if (field instanceof Field.OfChoice
        && Reading.of(d, q, text) instanceof Reading.Got(Value value, boolean cut)) {
      accept(d, q, value, cut);
    } else if (Said.corrected(text).isPresent() && (more || Going.before(d).isPresent())) {
      Going.correct(d, Said.corrected(text));
    } else {
      boolean mayAsk = field instanceof Field.OfList list && list.questions();
      Optional<Intent> intent =
          taken(field, text) || sighed(d, q, field, text)
              ? Optional.empty()
              : IntentReading.of(text, mayAsk);
      if (intent.isPresent()) {
        Wishes.grant(d, q, intent.get());
      } else {
        content(d, q, field, text, captures, mayAsk);
      }
    }
  }

  /** "I don't know where to start. About an hour": a number or a time, and it was given. */
  private static boolean sighed(Draft d, Step.Question q, Field field, String text) {
    return (field instanceof Field.OfNumber || field instanceof Field.OfTime)
        && IntentReading.of(text, false).filter(i -> i == Intent.DONT_KNOW).isPresent()
        && Reading.of(d, q, text) instanceof Reading.Got;
  }

  /** True when this is an answer here, and elsewhere a wish. */
  private static boolean taken(Field field, String text) {
    return field instanceof Field.OfText words
        && ((words.takes().contains(Field.Taken.NOTHING) && Enough.nothing(text))
            || (words.takes().contains(Field.Taken.TOO_HARD) && Tells.tooHard(text)));
  }

  private static void content(
      Draft d,
      Step.Question q,
      Field field,
      String text,
      Map<String, Object> captures,
      boolean mayAsk) {
    Optional<Open> open = Open.of(d, q);
    if (open.isPresent()) {
      fill(d, q, (Field.OfList) field, open.get(), text);
      return;
    }
    boolean wordy = field instanceof Field.OfText || field instanceof Field.OfList;
    String plain = wordy ? Asides.without(text) : text;
    if (!plain.equals(text)) {
      boolean more = d.mark("more:" + q.id()) > 0;
      Optional<Intent> intent = IntentReading.of(plain, mayAsk).filter(i -> i != Intent.GREETED);
      if (intent.isPresent() && !more) {
        Wishes.grant(d, q, intent.get());
        return;
      }
    }
    content(d, q, field, text, plain, captures, mayAsk);
  }

  private static void content(
      Draft d,
      Step.Question q,
      Field field,
      String said,
      String text,
      Map<String, Object> captures,
      boolean mayAsk) {
    boolean wordy = field instanceof Field.OfText || field instanceof Field.OfList;
    if (wordy && !mayAsk && Said.bareQuestion(text)) {
      Helping.tell(d, d.word(Phrase.ASKED_QUESTION), Phrase.ASKED_QUESTION);
      return;
    }
    if (wordy && Enough.nods(said)) {
      Helping.miss(d, q, d.word(Phrase.NODDED));
      return;
    }
    if (wordy && Enough.nothing(text) && !taken(field, text)) {
      Wishes.grant(d, q, Intent.DONT_KNOW);
      return;
    }
    if (Early.feeling(d, q, text)) {
      Helping.miss(d, q, d.word(Phrase.EARLY_FEELING));
      return;
    }
    Reading reading = Reading.of(d, q, text);
    Optional<Value> captured = Captured.value(d, q, captures, said);
    if (captured.isPresent() && !better(d, field, captured.get(), reading)) {
      accept(d, q, captured.get(), false);
      return;
    }
    switch (reading) {
      case Reading.Got(Value value, boolean cut) -> accept(d, q, value, cut);
      case Reading.Missed(Phrase why) -> Helping.miss(d, q, d.word(why));
    }
  }

  /** True when the plain reading is whole and the model's is not. */
  private static boolean better(Draft d, Field field, Value captured, Reading reading) {
    return reading instanceof Reading.Got(Value read, boolean cut)
        && !field.complete(captured, d)
        && field.complete(read, d);
  }

  /** Puts the numbers that a list still lacks where they belong. */
  private static void fill(Draft d, Step.Question q, Field.OfList list, Open open, String text) {
    var numbers =
        new ArrayList<>(Numbers.in(Numbers.marked(Texts.folded(text), open.column().max())));
    if (numbers.isEmpty()) {
      Numbers.one(text, open.column().min(), open.column().max()).ifPresent(numbers::add);
    }
    if (numbers.isEmpty()) {
      Helping.miss(d, q, d.word(Phrase.REASK_NUMBER));
      return;
    }
    if (numbers.stream().anyMatch(n -> n < open.column().min() || n > open.column().max())) {
      Helping.miss(d, q, d.word(Phrase.REASK_RANGE));
      return;
    }
    // "Over nine thousand. Ok, 6": of more numbers than there are gaps, the last ones count.
    int gaps = Open.count(d, q);
    var last = numbers.subList(Math.max(0, numbers.size() - gaps), numbers.size());
    for (int number : last) {
      Optional<Open> next = Open.of(d, q);
      if (next.isEmpty() || !(d.fields.get(q.collect()) instanceof Value.Rows(var rows))) break;
      var changed = new ArrayList<>(rows);
      var row = new HashMap<>(rows.get(next.get().row()));
      row.put(next.get().column().name(), new Value.Number(number));
      changed.set(next.get().row(), row);
      Value value = new Value.Rows(changed);
      if (Fit.fits(list, value)) d.fields.put(q.collect(), value);
    }
    proceed(d, q, false);
  }

  /** Takes a value that was read, unless a rule of the file asks for it again. */
  static void accept(Draft d, Step.Question q, Value read, boolean cut) {
    Field field = d.protocol().fields().get(q.collect());
    Optional<Value> before = d.value(q.collect());
    boolean ladder = d.mark("more:" + q.id()) > 0;
    boolean full = cut;
    Value value = read;
    if (ladder && field instanceof Field.OfList list && before.isPresent()) {
      value = joined(list, before.get(), read);
      full |= rows(before.get()) + rows(read) > list.max();
    }
    if (!Fit.fits(field, value)) {
      Helping.miss(d, q, d.word(Helping.reask(field)));
      return;
    }
    if (!Approvals.allows(d, field, value)) {
      Helping.miss(d, q, d.word(Phrase.NEEDS_APPROVAL));
      return;
    }
    d.fields.put(q.collect(), value);
    d.compute();
    Optional<Step.Reject> rejected = rejected(d, q);
    if (rejected.isPresent()) {
      int index = q.reject().indexOf(rejected.get());
      Optional<String> say = d.word("reject:" + q.id() + ":" + index, rejected.get().say());
      before.ifPresentOrElse(v -> d.fields.put(q.collect(), v), () -> d.fields.remove(q.collect()));
      d.compute();
      Helping.miss(d, q, say);
      return;
    }
    if (full) d.say(Kind.TEACH, Phrase.TOO_MANY);
    Changes.after(d, q.collect(), before, value);
    proceed(d, q, rows(read) > 1);
  }

  private static Optional<Step.Reject> rejected(Draft d, Step.Question q) {
    for (int i = 0; i < q.reject().size(); i++) {
      Step.Reject reject = q.reject().get(i);
      String key = "rejects:" + q.id() + ":" + i;
      if (d.mark(key) < reject.times() && reject.when().holds(d)) {
        d.count(key);
        return Optional.of(reject);
      }
    }
    return Optional.empty();
  }

  private static Value joined(Field.OfList list, Value before, Value more) {
    if (!(before instanceof Value.Rows(var old)) || !(more instanceof Value.Rows(var fresh))) {
      return more;
    }
    String word = list.words().name();
    var all = new ArrayList<>(old);
    var seen = new HashSet<String>();
    old.forEach(r -> seen.add(Texts.bare(Given.plain(r.get(word)))));
    for (var row : fresh) {
      if (all.size() < list.max() && seen.add(Texts.bare(Given.plain(row.get(word))))) {
        all.add(row);
      }
    }
    return new Value.Rows(all);
  }

  private static int rows(Value value) {
    return value instanceof Value.Rows(var rows) ? rows.size() : 0;
  }

  /**
   * Goes on within the step while something is missing, and leaves it when all is there.
   *
   * @param several whether one message gave several entries; what became of them is then said,
   *     where one alone would only be parroted
   */
  private static void proceed(Draft d, Step.Question q, boolean several) {
    d.tries = 0;
    if (Open.of(d, q).isPresent()) {
      Flow.ask(d);
      return;
    }
    int more = d.mark("more:" + q.id());
    boolean room =
        d.protocol().fields().get(q.collect()) instanceof Field.OfList list
            && rows(d.fields.get(q.collect())) < list.max();
    if (room && d.mark(Flow.REVISIT) == 0 && more < q.more().size()) {
      d.mark("more:" + q.id(), more + 1);
      if (several) d.say(Kind.REFLECT, Phrase.NOTED);
      Flow.ask(d);
      return;
    }
    done(d, q);
  }

  static void done(Draft d, Step.Question q) {
    Mirror.reflect(d, q);
    Flow.leave(d, q);
  }

  static void keep(Draft d, Step.Question q) {
    d.say(Kind.TEACH, Phrase.KEPT);
    Flow.leave(d, q);
  }

  private static void picked(Draft d, Step.Question q, List<String> options) {
    boolean has = d.value(q.collect()).isPresent();
    if (options.equals(List.of(Expects.KEEP)) && d.mark(Flow.REVISIT) > 0 && has) {
      keep(d, q);
      return;
    }
    if (options.equals(List.of(Expects.ENOUGH)) && d.mark("more:" + q.id()) > 0) {
      done(d, q);
      return;
    }
    Optional<Value> value =
        switch (d.protocol().fields().get(q.collect())) {
          case Field.OfChoice choice -> {
            var ids = Expects.options(d, choice).stream().map(Advance.Option::id).toList();
            var chosen = ids.stream().filter(options::contains).toList();
            yield ids.containsAll(options) && !chosen.isEmpty()
                ? Optional.of(new Value.Chosen(chosen))
                : Optional.empty();
          }
          case Field.OfText text ->
              Expects.rows(d, text).stream()
                  .filter(o -> options.equals(List.of(o.id())))
                  .findFirst()
                  .map(o -> new Value.Text(Texts.clip(o.label(), text.maxChars())));
          case Field.OfNumber number -> Optional.empty();
          case Field.OfTime time -> Optional.empty();
          case Field.OfList list -> Optional.empty();
        };
    Field field = d.protocol().fields().get(q.collect());
    if (value.isPresent() && Fit.fits(field, value.get())) {
      accept(d, q, value.get(), false);
    } else {
      Helping.miss(d, q, d.word(Phrase.REASK_PICK));
    }
  }
}
