package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Hold;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.homework.HomeworkDesk;
import io.handrail.care.measure.InstrumentRef;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.protocol.ProtocolRef;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.RunId;
import io.handrail.care.protocol.Value;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes one client's journal and what sums it up, as the chatbot service leaves them. */
final class Life {
  static final ProtocolRef RECORD = new ProtocolRef("thought_record", "1.0.0");

  final ClientId id;
  private final Shelves shelves;
  private final Clock clock;

  Life(Shelves shelves, Clock clock, ClientId id) {
    this.shelves = shelves;
    this.clock = clock;
    this.id = id;
  }

  CaseloadRow row() {
    return shelves.caseload().get(id).orElse(CaseloadRow.NEW);
  }

  Turn last() {
    return shelves.turns().last(id, 1).getFirst();
  }

  /** An ordinary message, answered by script. */
  long says(Duration ago, String words, String reply) {
    Line line = Line.script(Line.Kind.ASK, reply);
    return turn(
        ago, words, Screening.NOTHING_SAID, List.of(), line, new Outcome.Scripted("model_off"));
  }

  /** An ordinary message, answered by a model. */
  long saysToModel(Duration ago, String words, String reply) {
    Line line = new Line(Speaker.PROGRAM, Line.Kind.ASK, reply, "");
    return turn(
        ago, words, Screening.NOTHING_SAID, List.of(), line, new Outcome.Replied("qwen-7b"));
  }

  /** A message at which a model left the step, and the script spoke. */
  long leftTheStep(Duration ago, String words) {
    Line line = Line.script(Line.Kind.ASK, "What went through your mind?");
    var outcome = new Outcome.Scripted("off_step");
    return turn(ago, words, Screening.NOTHING_SAID, List.of(), line, outcome);
  }

  /** A message whose model reply the guard refused. */
  long refused(Duration ago, String words, String draft, String finding) {
    Line line = Line.script(Line.Kind.ASK, "What went through your mind just then?");
    return turn(
        ago,
        words,
        Screening.NOTHING_SAID,
        List.of(),
        line,
        new Outcome.Withheld("qwen-7b", draft, List.of(finding)));
  }

  /** A message to be read closely. */
  long watched(Duration ago, String words, String signal, String on) {
    var seen = new Screening(Level.WATCH, List.of(new Signal(signal, Level.WATCH, on)), "en", true);
    Line line = Line.script(Line.Kind.ASK, "When was that feeling strongest?");
    return turn(ago, words, seen, List.of(), line, new Outcome.Scripted("model_off"));
  }

  /** A message that asks for a person now: flag, hold, crisis reply. Returns the flag's id. */
  String alarms(Duration ago, String words, String on) {
    return alarms(ago, Level.CRISIS, words, on);
  }

  String alarms(Duration ago, Level level, String words, String on) {
    long seq = next();
    Instant at = at(ago);
    var flag = new Flag(id + "/" + seq + "/1", level, "risk", at);
    var signal = new Signal("intent_explicit", level, on);
    var seen = new Screening(level, List.of(signal), "en", true);
    Line line =
        Line.script(
            Line.Kind.CRISIS,
            "What you wrote matters. Please call 116 123 now, or 999 if you are in danger.");
    State before = state();
    State after =
        level == Level.CRISIS ? before.withHold(new Hold(seq, at, List.of(signal.name()))) : before;
    store(
        seq,
        at,
        new Opening.Said(message(seq), words),
        seen,
        List.of(flag),
        after,
        line,
        new Outcome.Escalated(level));
    shelves
        .risk()
        .insert(
            new OfClient<>(id, flag.id()),
            new RiskItem(
                flag, id, new TurnId(id, seq), words, List.of(signal.name()), Optional.empty()));
    shelves
        .riskQueues()
        .change(
            id.clinic(),
            RiskQueue.EMPTY,
            queue -> queue.with(new RiskQueue.Entry(flag.id(), id, level, at)));
    row(row ->
        row(row, seq, at, level, row.openFlags() + 1, row.held() || after.hold().isPresent()));
    return flag.id();
  }

  /** A proposal that waits for the clinician. */
  void proposes(String homework, String task, String when) {
    book(
        HomeworkBook.EMPTY,
        Homework.proposed(
            homework, task, when, Optional.of("r1"), "Handrail", at(Duration.ofHours(2))));
  }

  void reports(String homework, String report) {
    HomeworkBook book =
        shelves
            .homework()
            .change(
                id,
                b ->
                    b.change(homework, h -> h.done("the client", at(Duration.ofHours(1)), report)));
    waiting(book);
  }

  private void book(HomeworkBook first, Homework homework) {
    waiting(shelves.homework().change(id, first, book -> book.with(homework)));
  }

  private void waiting(HomeworkBook book) {
    row(row -> row.withHomeworkWaiting(HomeworkDesk.waiting(book)));
  }

  /** A finished worksheet. */
  void finishes(String run, Map<String, String> fields) {
    Map<String, Value> values =
        fields.entrySet().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    Map.Entry::getKey, e -> new Value.Text(e.getValue())));
    Instant at = at(Duration.ofDays(1));
    var done =
        new Run(
            new RunId(run),
            RECORD,
            "en",
            Run.Status.FINISHED,
            "",
            0,
            values,
            List.copyOf(fields.keySet()),
            List.of(),
            9);
    shelves
        .exercises()
        .insert(
            new OfClient<>(id, run),
            new ExerciseRecord(done, ConversationId.startingAt(1), at, at, 1, 1));
    var entry = new ExerciseIndex.Entry(run, RECORD, at, true);
    shelves.exerciseIndex().change(id, ExerciseIndex.EMPTY, index -> index.with(entry));
  }

  private long turn(
      Duration ago, String words, Screening seen, List<Flag> flags, Line line, Outcome outcome) {
    long seq = next();
    Instant at = at(ago);
    store(seq, at, new Opening.Said(message(seq), words), seen, flags, state(), line, outcome);
    row(row -> row(row, seq, at, seen.level(), row.openFlags(), row.held()));
    return seq;
  }

  /** A PHQ-9 with these answers; below 0 is left blank. */
  void measures(String sitting, Duration ago, int... values) {
    Map<String, Integer> answers = new java.util.HashMap<>();
    int sum = 0;
    int missing = 9 - values.length;
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        missing++;
      } else {
        answers.put("q" + (i + 1), values[i]);
        sum += values[i];
      }
    }
    var result =
        new MeasureResult(
            sitting,
            new InstrumentRef("phq9", "1.0.0"),
            "en",
            at(ago),
            1,
            answers,
            missing == 0 ? Optional.of(sum) : Optional.empty(),
            missing);
    shelves.measures().change(id, MeasureBook.EMPTY, book -> book.with(result));
  }

  private void store(
      long seq,
      Instant at,
      Opening opening,
      Screening seen,
      List<Flag> flags,
      State after,
      Line line,
      Outcome outcome) {
    var behind =
        new Provenance(
            Optional.of(RECORD),
            Optional.of("hot_thought"),
            outcome instanceof Outcome.Scripted ? Optional.empty() : Optional.of("phrase@1.0.0"));
    var turn =
        new Turn(
            new TurnId(id, seq),
            ConversationId.startingAt(1),
            at,
            opening,
            seen,
            flags,
            after,
            List.of(line),
            Optional.of(new Closing(at, outcome, behind)));
    if (!shelves.turns().open(turn)) throw new AssertionError("the place is taken");
  }

  private void row(java.util.function.UnaryOperator<CaseloadRow> step) {
    shelves.caseload().change(id, CaseloadRow.NEW, step);
  }

  private static CaseloadRow row(
      CaseloadRow row, long seq, Instant at, Level level, int flags, boolean held) {
    return new CaseloadRow(
        seq,
        Optional.of(at),
        row.highestUnread().max(level),
        flags,
        held,
        row.homeworkWaiting(),
        row.exercisesFinished(),
        Optional.of("thought_record"),
        row.reviewedSeq(),
        row.reviewedAt(),
        seq);
  }

  private long next() {
    return shelves.turns().last(id, 1).stream().mapToLong(t -> t.id().seq()).sum() + 1;
  }

  private State state() {
    return shelves.turns().last(id, 1).stream().map(Turn::state).findFirst().orElse(State.FIRST);
  }

  private static MessageId message(long seq) {
    return new MessageId("message-" + seq);
  }

  private Instant at(Duration ago) {
    return clock.instant().minus(ago);
  }
}
