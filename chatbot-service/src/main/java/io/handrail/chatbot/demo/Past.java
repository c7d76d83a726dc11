package io.handrail.chatbot.demo;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instruments;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocolfile.InstrumentFolder;
import io.handrail.care.protocolfile.ProtocolFolder;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.safety.PlanPart.Signature;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import io.handrail.care.safety.SafetyPlan;
import io.handrail.chatbot.demo.Lives.Decision;
import io.handrail.chatbot.demo.Lives.Life;
import io.handrail.chatbot.demo.Lives.Measured;
import io.handrail.chatbot.demo.Lives.Sitting;
import io.handrail.chatbot.turn.Arrival;
import io.handrail.chatbot.turn.Conversing;
import io.handrail.chatbot.turn.Move;
import io.handrail.chatbot.turn.Watcher;
import io.handrail.web.up.Settings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Walks the synthetic clients through what they did, on a clock set back. */
final class Past {
  private static final Duration BETWEEN_TURNS = Duration.ofSeconds(70);
  private static final Duration BETWEEN_ANSWERS = Duration.ofSeconds(9);
  private static final int TURNS_MAX = 60;
  private static final Map<String, String> SKIP =
      Map.of("en", "[skip|Skip]", "es", "[skip|Saltar]");

  private final Shelves shelves;
  private final SetBack clock = new SetBack();
  private final Protocols protocols;
  private final Instruments instruments;
  private final Conversing spine;
  private long seq;
  private long done;

  Past(Settings settings, Shelves shelves) {
    this.shelves = shelves;
    this.protocols = ProtocolFolder.open(settings.protocols());
    this.instruments = InstrumentFolder.open(settings.protocols());
    this.spine = ScriptedSpine.over(protocols, instruments, shelves, clock);
  }

  void relive(ClientId client, Life life, Instant now) {
    done = last(client).map(turn -> turn.id().seq()).orElse(0L);
    seq = 0;
    for (Sitting sitting : life.sittings()) {
      clock.now =
          now.atZone(life.zone()).minusDays(sitting.daysAgo()).with(sitting.at()).toInstant();
      boolean fresh =
          sitting.measure().isPresent()
              ? fillIn(client, sitting.measure().get())
              : sit(client, life.language(), sitting);
      if (!fresh) continue;
      sitting.signed().ifPresent(comment -> sign(client, life, comment));
      sitting.decision().ifPresent(decision -> decide(client, life, decision));
      if (sitting.reviewed()) review(client);
    }
  }

  /** True when something of it was not there yet. */
  private boolean sit(ClientId client, String language, Sitting sitting) {
    var left = new HashMap<String, Deque<String>>();
    sitting.answers().forEach((step, answers) -> left.put(step, new ArrayDeque<>(answers)));
    String title = protocols.active(sitting.start()).map(p -> p.title(language)).orElse("");
    Turn turn = take(client, "[start:" + sitting.start() + "|" + title + "]");
    for (int turns = 0; turns < TURNS_MAX && running(turn); turns++) {
      String step = turn.state().run().orElseThrow().step();
      if (sitting.leaveAt().filter(step::equals).isPresent()) break;
      String answer = left.getOrDefault(step, new ArrayDeque<>()).poll();
      turn = take(client, answer == null ? SKIP.get(language) : answer);
    }
    for (String words : sitting.then()) turn = take(client, words);
    return turn.id().seq() > done;
  }

  /** Answers a questionnaire, one question a turn; true when it was not all there yet. */
  private boolean fillIn(ClientId client, Measured measured) {
    Instrument instrument = instruments.active(measured.instrument()).orElseThrow();
    String name = instrument.ref().name();
    Turn turn = take(client, "[measure:start," + name + "|" + name + "]");
    for (int i = 0; i < measured.values().size(); i++) {
      String item = instrument.items().get(i).linkId();
      String move = "measure:answer," + name + "," + item + "," + measured.values().get(i);
      turn = take(client, BETWEEN_ANSWERS, "[" + move + "|" + name + "]");
    }
    return turn.id().seq() > done;
  }

  /** The clinician agrees to all that waits in the client's safety plan. */
  private void sign(ClientId client, Life life, String comment) {
    String by = life.clinician().flatMap(c -> clinician(client, c)).orElse(life.name());
    var signature = new Signature(by, clock.now.plus(Duration.ofHours(15)), comment);
    new SafetyDesk(shelves)
        .change(
            client,
            plan -> {
              SafetyPlan signed = plan;
              for (PlanStep step : plan.waiting()) signed = signed.signed(step, signature);
              return signed;
            });
  }

  private static boolean running(Turn turn) {
    return turn.state().hold().isEmpty() && turn.state().run().filter(Run::running).isPresent();
  }

  /** One turn; those that an earlier, broken start stored are passed over. */
  private Turn take(ClientId client, String words) {
    return take(client, BETWEEN_TURNS, words);
  }

  private Turn take(ClientId client, Duration after, String words) {
    clock.now = clock.now.plus(after);
    seq++;
    if (seq <= done) return shelves.turns().get(new TurnId(client, seq)).orElseThrow();
    var message = new MessageId("demo-" + client.value() + "-" + seq + "-seeded");
    return spine.take(client, arrival(message, words), Watcher.NOBODY);
  }

  private static Arrival arrival(MessageId message, String words) {
    if (!words.startsWith("[") || !words.endsWith("]")) return new Arrival.Message(message, words);
    String[] parts = words.substring(1, words.length() - 1).split("\\|", 2);
    Move move =
        Move.read(parts[0])
            .orElseThrow(() -> new IllegalStateException("demo/clinic.yaml: no such move"));
    return new Arrival.Tap(message, move, parts[parts.length - 1]);
  }

  private void decide(ClientId client, Life life, Decision decision) {
    Optional<Homework> proposed =
        shelves.homework().get(client).orElse(HomeworkBook.EMPTY).items().stream()
            .filter(homework -> homework.status() == Status.PROPOSED)
            .findFirst();
    if (proposed.isEmpty()) return;
    String by = life.clinician().flatMap(c -> clinician(client, c)).orElse(life.name());
    Instant at = clock.now.plus(Duration.ofHours(15));
    shelves
        .homework()
        .change(
            client,
            HomeworkBook.EMPTY,
            book ->
                book.change(proposed.get().id(), h -> decided(h, decision, by, life.name(), at)));
    count(client);
  }

  private static Homework decided(
      Homework h, Decision decision, String clinician, String client, Instant at) {
    if (decision.kind().equals("decline")) return h.declined(clinician, at, decision.comment());
    Homework next = h.approved(clinician, at, h.task(), h.when(), decision.comment());
    if (decision.report().isEmpty()) return next;
    next = next.read().done(client, at.plus(Duration.ofDays(3)), decision.report().get());
    return decision.returned().isEmpty()
        ? next
        : next.returned(clinician, at.plus(Duration.ofDays(4)), decision.returned().get());
  }

  private Optional<String> clinician(ClientId client, String id) {
    return shelves.staff().get(new StaffId(client.clinic(), id)).map(Staff::name);
  }

  private void count(ClientId client) {
    HomeworkBook book = shelves.homework().get(client).orElse(HomeworkBook.EMPTY);
    int waiting = (int) (book.count(Status.PROPOSED) + book.count(Status.DONE));
    shelves.caseload().change(client, CaseloadRow.NEW, row -> row.withHomeworkWaiting(waiting));
  }

  private void review(ClientId client) {
    Instant at = clock.now.plus(Duration.ofHours(15));
    shelves
        .caseload()
        .change(
            client,
            CaseloadRow.NEW,
            row -> row.reviewed(row.lastSeq(), row.lastSeq(), Level.NONE, at));
  }

  private Optional<Turn> last(ClientId client) {
    var last = shelves.turns().last(client, 1);
    return last.isEmpty() ? Optional.empty() : Optional.of(last.getLast());
  }

  /** A clock that is put to a moment of the past. */
  private static final class SetBack extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
