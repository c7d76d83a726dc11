package io.handrail.tests.bench;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A made-up clinic that grows: clients with journals, one flag in a hundred clients, and one client
 * whose journal is long. What it stores is stored by the same doors that the product uses.
 */
final class GrownClinic {
  /** A clinician's caseload. */
  static final int CASES = 100;

  static final int TURNS_EACH = 40;
  private static final int LONG_TURNS = 2_000;
  private static final int WRITERS = 4;
  private static final int FLAG_EVERY = 100;
  private static final Instant BEGAN = Instant.now().minus(Duration.ofDays(56));
  private static final List<String> SAID =
      List.of(
          "I stayed in bed until eleven and then I did not answer the phone",
          "sad 60, worried 40",
          "They went on without me, so I thought they had enough of me",
          "My sister called and asked me to come for dinner on Sunday",
          "I walked to the river and back and it was a little easier after");

  private final Shelves shelves;
  private final MadeUpClinic clinic;

  private GrownClinic(Shelves shelves, String name) {
    this.shelves = shelves;
    this.clinic = new MadeUpClinic(shelves, name);
  }

  /**
   * Who signs in for the measurement.
   *
   * @param talker has an ordinary journal, and writes
   * @param longTalker has the long one
   */
  record People(SignIn admin, SignIn clinician, SignIn talker, SignIn longTalker, long messages) {}

  /**
   * Brings the clinic from one number of clients to the next.
   *
   * @param before how many there are already; 0 founds the clinic
   */
  static People grow(Shelves shelves, String name, int before, int clients) {
    var grown = new GrownClinic(shelves, name);
    if (before == 0) grown.found();
    grown.more(Math.max(before, 1), clients);
    long messages = (long) clients * messages(TURNS_EACH) + messages(LONG_TURNS);
    return new People(
        grown.signIn("admin"),
        grown.signIn("clinician"),
        grown.signIn("talker"),
        grown.signIn("longtalker"),
        messages);
  }

  private SignIn signIn(String name) {
    return clinic.signIn(name);
  }

  private void found() {
    clinic.staff("admin", Role.ADMIN);
    clinic.staff("clinician", Role.CLINICIAN);
    clinic.client("talker", "clinician", false);
    clinic.client("longtalker", "clinician", false);
    journal(clinic.clientId("talker"), 0, TURNS_EACH);
    journal(clinic.clientId("longtalker"), 1, LONG_TURNS);
  }

  /** Clients {@code from} to {@code to}; the first caseload is the signed-in clinician's. */
  private void more(int from, int to) {
    for (int n = from; n < to; n++) {
      if (n >= CASES && n % CASES == 0) clinic.clinician("clinician" + n / CASES);
    }
    try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
      List<Callable<Void>> work = new ArrayList<>();
      for (int n = from; n < to; n++) {
        int number = n;
        work.add(() -> {
          int of = number / CASES;
          String by = of == 0 ? "clinician" : "clinician" + of;
          journal(clinic.inCare("client" + number, by, false), number, TURNS_EACH);
          return null;
        });
      }
      for (Future<Void> done : writers.invokeAll(work)) done.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("filling the store failed", e.getCause());
    }
  }

  /** Client's and program's: every second turn is answered in two lines. */
  private static long messages(int turns) {
    return turns + turns + turns / 2;
  }

  private void journal(ClientId client, int number, int turns) {
    boolean flagged = number % FLAG_EVERY == FLAG_EVERY / 2;
    for (int seq = 1; seq <= turns; seq++) {
      Turn open = opened(client, seq, number, flagged && seq == turns);
      var closing =
          new Closing(
              open.openedAt().plusMillis(40),
              new Outcome.Scripted("tapped"),
              Provenance.NONE,
              List.of());
      var shown = new ArrayList<Line>();
      if (seq % 2 == 0) shown.add(Line.script(Line.Kind.SAY, "You wrote it down as it was."));
      shown.add(Line.script(Line.Kind.ASK, "What went through your mind just then?"));
      Turn closed = open.showing(shown).closed(closing, State.FIRST);
      // The last one is closed in its own write, so that the journal's end is found as ever.
      if (seq < turns) shelves.turns().open(closed);
      else {
        shelves.turns().open(open);
        shelves.turns().close(closed);
      }
      if (flagged && seq == turns) raise(closed);
    }
    Level level = flagged ? Level.CONCERN : Level.NONE;
    shelves
        .caseload()
        .change(
            client,
            CaseloadRow.NEW,
            row ->
                new CaseloadRow(
                    turns,
                    Optional.of(at(turns)),
                    level,
                    flagged ? 1 : 0,
                    false,
                    0,
                    turns / 10,
                    Optional.of("thought_record"),
                    turns / 2,
                    Optional.of(at(turns / 2)),
                    turns));
  }

  private static Instant at(int seq) {
    return BEGAN.plus(Duration.ofMinutes(20L * seq));
  }

  private Turn opened(ClientId client, int seq, int number, boolean flagged) {
    var id = new TurnId(client, seq);
    String text = SAID.get((number + seq) % SAID.size()) + ", number " + number + "." + seq;
    Screening screening =
        flagged
            ? new Screening(
                Level.CONCERN, List.of(new Signal("made_up", Level.CONCERN, "number")), "en", true)
            : Screening.NOTHING_SAID;
    List<Flag> flags = flagged ? List.of(flag(client, seq)) : List.of();
    return new Turn(
        id,
        ConversationId.startingAt(1 + (seq - 1) / 10 * 10L),
        at(seq),
        new Opening.Said(new MessageId("grown-" + number + "-" + seq), text),
        screening,
        flags,
        State.FIRST,
        List.of(),
        Optional.empty());
  }

  private static Flag flag(ClientId client, int seq) {
    return new Flag(client.value() + "-" + seq + "-1", Level.CONCERN, "risk", at(seq));
  }

  private void raise(Turn turn) {
    Flag flag = turn.flags().getFirst();
    ClientId client = turn.id().client();
    shelves
        .risk()
        .insert(
            new OfClient<>(client, flag.id()),
            new RiskItem(flag, client, turn.id(), "made up", List.of("made_up"), Optional.empty()));
    var entry = new RiskQueue.Entry(flag.id(), client, flag.level(), flag.raisedAt());
    shelves.riskQueues().change(client.clinic(), RiskQueue.EMPTY, queue -> queue.with(entry));
  }
}
