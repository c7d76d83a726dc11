package io.handrail.care.protocol;

import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Advance.Kind;
import io.handrail.care.protocol.Advance.Say;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** A run while one answer is being worked on. It lives for one call of the engine. */
final class Draft implements Facts {
  private final Protocol protocol;
  private final RunId id;
  private final String language;
  Run.Status status;
  String step;
  int tries;
  int turns;
  final Map<String, Value> fields;
  final List<String> path;
  private final List<String> notes;
  private final Map<String, Integer> marks;
  private final List<Say> said = new ArrayList<>();
  private final List<Happening> happened = new ArrayList<>();

  Draft(Protocol protocol, Run run) {
    this.protocol = protocol;
    this.id = run.id();
    this.language = run.language();
    this.status = run.status();
    this.step = run.step();
    this.tries = run.tries();
    this.turns = run.turns();
    this.fields = new HashMap<>(run.fields());
    this.path = new ArrayList<>(run.path());
    this.notes = new ArrayList<>(run.notes());
    this.marks = new HashMap<>(run.marks());
  }

  Advance advance() {
    var run =
        new Run(
            id, protocol.ref(), language, status, step, tries, fields, path, notes, marks, turns);
    return new Advance(run, said, Expects.of(this), happened);
  }

  @Override
  public Protocol protocol() {
    return protocol;
  }

  @Override
  public String language() {
    return language;
  }

  @Override
  public Optional<Value> value(String field) {
    return Optional.ofNullable(fields.get(field));
  }

  @Override
  public int skipped() {
    return (int)
        path.stream()
            .map(s -> protocol.step(s).orElse(null))
            .filter(s -> s instanceof Step.Question q && !fields.containsKey(q.collect()))
            .count();
  }

  @Override
  public int turns() {
    return turns;
  }

  @Override
  public long approvals(String list, Approval wanted) {
    return Approvals.count(this, list, wanted);
  }

  @Override
  public Optional<Step.Question> waiting() {
    return protocol
        .step(step)
        .flatMap(s -> s instanceof Step.Question q ? Optional.of(q) : Optional.empty());
  }

  /** Works out anew what is computed from other fields, in the order of the file. */
  void compute() {
    for (Field field : protocol.fields().values()) {
      if (!(field instanceof Field.OfNumber number) || number.computed().isEmpty()) continue;
      OptionalLong worked = number.computed().get().value(this);
      if (worked.isPresent() && Fit.fits(number, new Value.Number(worked.getAsLong()))) {
        fields.put(number.name(), new Value.Number(worked.getAsLong()));
      } else {
        fields.remove(number.name());
      }
    }
  }

  /** The client's own date when the run began. */
  @Override
  public Optional<LocalDate> today() {
    int day = mark("today");
    return day == 0 ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }

  boolean running() {
    return status == Run.Status.RUNNING;
  }

  int mark(String key) {
    return marks.getOrDefault(key, 0);
  }

  void mark(String key, int value) {
    if (value == 0) {
      marks.remove(key);
    } else {
      marks.put(key, value);
    }
  }

  /** Adds one and gives the value before. */
  int count(String key) {
    int before = mark(key);
    mark(key, before + 1);
    return before;
  }

  void happens(Happening happening) {
    if (!happened.contains(happening)) happened.add(happening);
  }

  void note(String step, String why) {
    String line = step + ": " + why;
    if (notes.contains(line)) return;
    notes.add(line);
    happens(new Happening.Noted(step, why));
  }

  /** Says the text; true when there was one. */
  boolean say(Kind kind, Optional<String> text) {
    text.ifPresent(t -> said.add(new Say(kind, t)));
    return text.isPresent();
  }

  boolean say(Kind kind, Phrase phrase) {
    return say(kind, word(phrase));
  }

  /** Says the first whose condition holds and which has all its words. */
  boolean say(Kind kind, String key, List<Step.Told> told) {
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i).when().holds(this) && say(kind, word(key + ":" + i, told.get(i).say()))) {
        return true;
      }
    }
    return false;
  }

  /** Says every one whose condition holds. */
  void sayAll(Kind kind, String key, List<Step.Told> told) {
    for (int i = 0; i < told.size(); i++) {
      if (told.get(i).when().holds(this)) say(kind, word(key + ":" + i, told.get(i).say()));
    }
  }

  boolean asked() {
    return said.stream().anyMatch(s -> s.kind() == Kind.ASK);
  }

  Optional<String> word(Phrase phrase) {
    return word("phrase:" + phrase.key(), protocol.phrases().of(phrase));
  }

  /**
   * Chooses a wording by the run's id, never one that was used before in this run while another is
   * left.
   */
  Optional<String> word(String key, Wordings wordings) {
    List<Template> all = wordings.in(language);
    if (all.isEmpty()) return Optional.empty();
    // What somebody is to agree to is said in full wherever it is there.
    boolean full = all.stream().anyMatch(t -> t.full() && t.render(this).isPresent());
    var texts =
        all.stream()
            .map(t -> !full || t.full() ? t.render(this) : Optional.<String>empty())
            .toList();
    int start = Math.floorMod((id.value() + key).hashCode(), all.size());
    int used = mark("used:" + key);
    int choice = whole(texts, start, used);
    if (choice < 0) choice = next(texts, start, used);
    if (choice < 0 && used != 0) {
      int last = mark("last:" + key) - 1;
      used = all.size() > 1 && last >= 0 ? 1 << last : 0;
      choice = next(texts, start, used);
      if (choice < 0) choice = next(texts, start, 0);
    }
    if (choice < 0) return Optional.empty();
    mark("used:" + key, used | 1 << choice);
    mark("last:" + key, choice + 1);
    return texts.get(choice);
  }

  Optional<String> fresh(Phrase phrase) {
    return fresh("phrase:" + phrase.key(), protocol.phrases().of(phrase));
  }

  /** A wording that this run has not heard yet, if there is one. */
  Optional<String> fresh(String key, Wordings wordings) {
    List<Template> all = wordings.in(language);
    int used = mark("used:" + key);
    boolean left =
        java.util.stream.IntStream.range(0, all.size())
            .anyMatch(i -> (used & 1 << i) == 0 && all.get(i).render(this).isPresent());
    return left ? word(key, wordings) : Optional.empty();
  }

  /** A quote that breaks off sounds like a machine: taken only where no other wording is left. */
  private static int whole(List<Optional<String>> texts, int start, int used) {
    return next(texts.stream().map(t -> t.filter(s -> !s.contains("…"))).toList(), start, used);
  }

  private static int next(List<Optional<String>> texts, int start, int used) {
    for (int i = 0; i < texts.size(); i++) {
      int at = (start + i) % texts.size();
      if (texts.get(at).isPresent() && (used & 1 << at) == 0) return at;
    }
    return -1;
  }
}
