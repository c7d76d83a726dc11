package io.handrail.care.record.takeout;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Staff;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.measure.MeasureBook;
import io.handrail.care.measure.MeasureResult;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Sheet;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.record.Memory;
import io.handrail.care.record.takeout.RecordCopy.Entry;
import io.handrail.care.record.takeout.RecordCopy.Flagged;
import io.handrail.care.record.takeout.RecordCopy.Move;
import io.handrail.care.record.takeout.RecordCopy.PlanStep;
import io.handrail.care.record.takeout.RecordCopy.Questionnaire;
import io.handrail.care.record.takeout.RecordCopy.Reader;
import io.handrail.care.record.takeout.RecordCopy.Remembered;
import io.handrail.care.record.takeout.RecordCopy.Row;
import io.handrail.care.record.takeout.RecordCopy.Talk;
import io.handrail.care.record.takeout.RecordCopy.Task;
import io.handrail.care.record.takeout.RecordCopy.Worksheet;
import io.handrail.care.review.Readings;
import io.handrail.care.review.RiskItem;
import io.handrail.care.safety.PlanPart;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers a client's record. It reads all of it, so it is for a copy and for nothing else. */
public final class Copying {
  private static final int TURNS_A_READ = 200;
  private final Shelves shelves;
  private final Protocols protocols;
  private final Instruments instruments;

  public Copying(Shelves shelves, Protocols protocols, Instruments instruments) {
    this.shelves = shelves;
    this.protocols = protocols;
    this.instruments = instruments;
  }

  public RecordCopy of(Client client, Instant now) {
    ClientId id = client.id();
    List<Turn> turns = turns(id);
    return new RecordCopy(
        RecordCopy.VERSION,
        id.value(),
        client.name(),
        client.language(),
        shelves.clinics().get(id.clinic()).map(Clinic::name).orElse(""),
        client.clinician().flatMap(shelves.staff()::get).map(Staff::name),
        client.enrolledAt(),
        now,
        talks(turns),
        worksheets(id),
        homework(id),
        questionnaires(id),
        safetyPlan(id),
        remembered(id),
        shelves
            .consents()
            .get(id)
            .map(c ->
                new RecordCopy.Agreed(
                    c.version(),
                    c.model(),
                    c.summaries().orElse(false),
                    c.givenAt(),
                    c.withdrawnAt())),
        flags(id, turns),
        readers(client, now));
  }

  private List<Turn> turns(ClientId id) {
    List<Turn> last = shelves.turns().last(id, 1);
    long end = last.isEmpty() ? 0 : last.getFirst().id().seq();
    var all = new ArrayList<Turn>();
    for (long from = 1; from <= end; from += TURNS_A_READ) {
      all.addAll(shelves.turns().between(id, from, Math.min(end, from + TURNS_A_READ - 1)));
    }
    return all;
  }

  private static List<Talk> talks(List<Turn> turns) {
    var talks = new LinkedHashMap<String, List<Entry>>();
    for (Turn turn : turns) {
      List<Entry> entries = entries(turn);
      if (!entries.isEmpty()) {
        talks.computeIfAbsent(turn.conversation().value(), c -> new ArrayList<>()).addAll(entries);
      }
    }
    return talks.entrySet().stream()
        .map(t -> new Talk(t.getKey(), t.getValue().getFirst().at(), t.getValue()))
        .toList();
  }

  private static List<Entry> entries(Turn turn) {
    var entries = new ArrayList<Entry>();
    long seq = turn.id().seq();
    Instant at = turn.openedAt();
    switch (turn.opening()) {
      case Opening.Said said -> entries.add(new Entry(seq, at, "client", "", said.text()));
      case Opening.Tapped tapped -> entries.add(new Entry(seq, at, "client", "", tapped.label()));
      case Opening.Wrote wrote ->
          entries.add(new Entry(seq, at, "person", wrote.name(), wrote.text()));
      // What staff did beside the chat is no part of it; what the client was shown stands below.
      case Opening.HoldReleased released -> {}
      case Opening.TookOver took -> {}
      case Opening.HandedBack back -> {}
      case Opening.Whispered whispered -> {}
      case Opening.Approved approved -> {}
      case Opening.TimePassed passed -> {}
    }
    for (Line line : turn.shown()) {
      String from = line.speaker().name().toLowerCase(Locale.ROOT);
      entries.add(new Entry(seq, at, from, line.by(), line.text()));
    }
    return entries;
  }

  private List<Worksheet> worksheets(ClientId id) {
    var index = shelves.exerciseIndex().get(id).orElse(ExerciseIndex.EMPTY);
    var keys = index.entries().stream().map(e -> new OfClient<>(id, e.run())).toList();
    return shelves.exercises().get(keys).values().stream().map(this::worksheet).toList();
  }

  private Worksheet worksheet(ExerciseRecord record) {
    Run run = record.run();
    Optional<Protocol> protocol = protocols.at(run.protocol());
    return new Worksheet(
        run.id().value(),
        run.protocol().name() + " " + run.protocol().version(),
        protocol.map(p -> p.title(run.language())).orElse(run.protocol().name()),
        record.endedAt(),
        run.status() == Run.Status.FINISHED ? "finished" : "stopped",
        protocol.map(p -> rows(p, run)).orElseGet(() -> plain(run)));
  }

  private static List<Row> rows(Protocol protocol, Run run) {
    return Engine.sheet(protocol, run).rows().stream()
        .filter(row -> row.state() == Sheet.State.ANSWERED)
        .map(row -> new Row(row.step(), row.title(), row.lines()))
        .toList();
  }

  /** The fields as they are kept, where the version of the exercise is gone. */
  private static List<Row> plain(Run run) {
    return new TreeMap<>(run.fields())
        .entrySet().stream()
            .map(f -> new Row(f.getKey(), f.getKey(), List.of(f.getValue().toString())))
            .toList();
  }

  private List<Task> homework(ClientId id) {
    return shelves.homework().get(id).orElse(HomeworkBook.EMPTY).items().stream()
        .map(Copying::task)
        .toList();
  }

  private static Task task(Homework homework) {
    List<Move> history =
        homework.history().stream()
            .map(m -> new Move(lower(m.to()), m.by(), m.at(), m.comment()))
            .toList();
    return new Task(
        homework.id(),
        homework.task(),
        homework.when(),
        lower(homework.status()),
        history.getFirst().at(),
        history);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private List<Questionnaire> questionnaires(ClientId id) {
    return shelves.measures().get(id).orElse(MeasureBook.EMPTY).results().stream()
        .map(this::questionnaire)
        .toList();
  }

  private Questionnaire questionnaire(MeasureResult result) {
    Optional<Instrument> by = instruments.at(result.instrument());
    return new Questionnaire(
        result.id(),
        result.instrument().toString(),
        by.map(i -> i.title(result.language())).orElse(result.instrument().name()),
        result.at(),
        result.total(),
        by.flatMap(i -> result.total().flatMap(i::band)).map(b -> b.name(result.language())),
        Map.copyOf(new TreeMap<>(result.answers())),
        result.missing());
  }

  private List<PlanStep> safetyPlan(ClientId id) {
    return shelves.safetyPlans().get(id).stream()
        .flatMap(plan -> plan.parts().stream())
        .map(part ->
            new PlanStep(
                part.step().key(),
                part.agreed(),
                part.proposal().map(PlanPart.Proposal::lines).orElse(List.of())))
        .filter(step -> !step.lines().isEmpty() || !step.proposed().isEmpty())
        .toList();
  }

  private List<Remembered> remembered(ClientId id) {
    return shelves.memories().get(id).orElse(Memory.EMPTY).facts().stream()
        .map(f -> new Remembered(f.title(), f.value(), f.since(), f.allowed()))
        .toList();
  }

  private List<Flagged> flags(ClientId id, List<Turn> turns) {
    var raised =
        turns.stream()
            .flatMap(turn -> turn.flags().stream().map(flag -> Map.entry(turn.id().seq(), flag)))
            .toList();
    var items =
        shelves
            .risk()
            .get(raised.stream().map(r -> new OfClient<>(id, r.getValue().id())).toList());
    return raised.stream()
        .map(r -> {
          var answered =
              Optional.ofNullable(items.get(new OfClient<>(id, r.getValue().id())))
                  .flatMap(RiskItem::acknowledged);
          return new Flagged(
              r.getKey(),
              lower(r.getValue().level()),
              r.getValue().raisedAt(),
              answered.map(RiskItem.Acknowledgement::at),
              answered.map(RiskItem.Acknowledgement::name));
        })
        .toList();
  }

  private List<Reader> readers(Client client, Instant now) {
    YearMonth first = YearMonth.from(client.enrolledAt().atOffset(ZoneOffset.UTC));
    YearMonth last = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    var months =
        Stream.iterate(last, m -> !m.isBefore(first), m -> m.minusMonths(1))
            .map(m -> new OfClient<>(client.id(), m.toString()))
            .toList();
    return shelves.readings().get(months).values().stream()
        .map(Readings::readings)
        .flatMap(List::stream)
        .map(r -> new Reader(r.name(), r.at()))
        .toList();
  }
}
