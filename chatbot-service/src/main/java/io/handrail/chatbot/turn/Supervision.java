package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.AlertRoll;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.live.Boards;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.ProtocolRef;
import io.handrail.care.protocol.Run;
import io.handrail.care.record.ExerciseIndex;
import io.handrail.care.record.ExerciseRecord;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import io.handrail.care.review.ToRead;
import io.handrail.care.review.UseByDay;
import io.handrail.care.safety.PlanStep;
import io.handrail.care.safety.SafetyDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what a clinician sees current: risk items, homework, worksheets, the caseload row. All of
 * it is derived from stored turns and can be derived again: the row's {@code summedSeq} says how
 * far it has come, and is written last.
 */
final class Supervision {
  private static final Logger LOG = LoggerFactory.getLogger(Supervision.class);
  private static final int PAGE = 40;

  private final Shelves shelves;
  private final Keeping keeping;
  private final Boards boards;
  private final SafetyStory story;
  private final Consumer<ClientId> behind;

  /**
   * @param behind told of a client whose turns could not be summed up now
   */
  Supervision(Shelves shelves, Keeping keeping, Consumer<ClientId> behind) {
    this.shelves = shelves;
    this.keeping = keeping;
    this.boards = new Boards(shelves);
    this.story = new SafetyStory(shelves);
    this.behind = behind;
  }

  /**
   * Raises the flags of a turn that is still open. Should this fail, the turn is answered all the
   * same, and {@link #sumUp} raises them, or whoever mends what is behind, seconds later.
   */
  void raise(Turn turn) {
    try {
      for (Flag flag : turn.flags()) raise(turn, flag);
    } catch (RuntimeException e) {
      LOG.error("raising a flag failed: {}", e.getClass().getSimpleName());
      behind.accept(turn.id().client());
    }
  }

  /**
   * Sums up a turn that was just closed. A fault here does not undo the turn and is not the
   * client's: the turn stays ahead of the row until whoever mends what is behind catches up.
   */
  void sumUp(Turn closed, List<Turn> recent) {
    try {
      boolean inOrder =
          derive(closed, recent.isEmpty() ? Optional.empty() : Optional.of(recent.getLast()));
      if (!inOrder) catchUp(closed.id().client());
    } catch (RuntimeException e) {
      LOG.error("summing up a turn failed: {}", e.getClass().getSimpleName());
      behind.accept(closed.id().client());
    }
  }

  /** Sums up what is ahead of the row, where the last turn is known. */
  void catchUp(ClientId client, List<Turn> recent) {
    if (recent.isEmpty()) return;
    long done = shelves.caseload().get(client).orElse(CaseloadRow.NEW).summedSeq();
    if (done < recent.getLast().id().seq()) catchUp(client, done);
  }

  void catchUp(ClientId client) {
    catchUp(client, shelves.caseload().get(client).orElse(CaseloadRow.NEW).summedSeq());
  }

  private void catchUp(ClientId client, long done) {
    Optional<Turn> before = shelves.turns().get(new TurnId(client, done));
    long from = done + 1;
    while (true) {
      List<Turn> ahead = shelves.turns().between(client, from, from + PAGE - 1);
      for (Turn turn : ahead) {
        if (turn.open()) return;
        if (!derive(turn, before)) return; // another does it at this moment
        before = Optional.of(turn);
      }
      if (ahead.size() < PAGE) return;
      from += PAGE;
    }
  }

  /** False when an earlier turn was not summed up yet: the row never passes over one. */
  private boolean derive(Turn turn, Optional<Turn> before) {
    for (Flag flag : turn.flags()) raise(turn, flag);
    story.tell(turn);
    turn.closing()
        .ifPresent(closing -> {
          propose(turn, closing);
          for (Happening happening : closing.happened()) {
            if (happening instanceof Happening.Added added) add(turn, added);
          }
        });
    boards.follow(turn.id().client(), turn.state());
    keepWorksheet(turn, before);
    keeping.measure(turn, before);
    return sumUpRow(turn, before);
  }

  /**
   * The item first, then the queue that finds it, then the roll that finds the queue: an entry
   * never points at nothing, and whoever delivers alerts finds every entry.
   */
  private void raise(Turn turn, Flag flag) {
    ClientId client = turn.id().client();
    var key = new OfClient<>(client, flag.id());
    boolean first =
        shelves
            .risk()
            .insert(
                key,
                new RiskItem(
                    flag,
                    client,
                    turn.id(),
                    words(turn),
                    turn.screening().signals().stream().map(Signal::name).toList(),
                    Optional.empty(),
                    SafetyStory.of(turn)));
    boolean answered =
        !first && shelves.risk().get(key).flatMap(RiskItem::acknowledged).isPresent();
    if (answered) return;
    var entry = new RiskQueue.Entry(flag.id(), client, flag.level(), flag.raisedAt());
    shelves.riskQueues().change(client.clinic(), RiskQueue.EMPTY, queue -> queue.with(entry));
    shelves.alertRolls().change(AlertRoll.KEY, AlertRoll.EMPTY, roll -> roll.with(client.clinic()));
  }

  /** What a person reads first: the client's words, or the answer that raised the flag. */
  private static String words(Turn turn) {
    return switch (turn.opening()) {
      case Opening.Said said -> said.text();
      case Opening.Tapped tapped -> asksForAPerson(turn) ? tapped.label() : "";
      case Opening.Wrote wrote -> "";
      case Opening.HoldReleased released -> "";
      case Opening.TookOver took -> "";
      case Opening.HandedBack back -> "";
      case Opening.Whispered whispered -> "";
      case Opening.Approved approved -> "";
      case Opening.TimePassed passed -> "";
    };
  }

  private static boolean asksForAPerson(Turn turn) {
    return turn.screening().level().atLeast(Level.CONCERN)
        || turn.flags().stream().anyMatch(flag -> flag.level().atLeast(Level.CONCERN));
  }

  /** What a member of staff wrote themselves is not news to them. */
  private static boolean byStaff(Turn turn) {
    return turn.message().isEmpty() && !(turn.opening() instanceof Opening.TimePassed);
  }

  /** What an exercise adds to the client's own document; adding it again changes nothing. */
  private void add(Turn turn, Happening.Added added) {
    ClientId client = turn.id().client();
    String by = shelves.clients().get(client).map(c -> c.name()).orElse("");
    PlanStep.ofDocument(added.part())
        .ifPresent(step ->
            new SafetyDesk(shelves)
                .change(client, plan -> plan.added(step, added.lines(), by, turn.openedAt())));
  }

  /** Each piece has a name of its own by its place in the turn, so deriving again adds none. */
  private void propose(Turn turn, Closing closing) {
    var pieces = new ArrayList<Homework>();
    for (Happening happening : closing.happened()) {
      if (happening instanceof Happening.HomeworkAgreed(String task, String when)) {
        pieces.add(piece(turn, pieces.size(), task, when));
      } else if (happening instanceof Happening.ApprovalAsked asked) {
        String protocol = closing.provenance().protocol().map(ProtocolRef::name).orElse("");
        pieces.add(
            piece(turn, pieces.size(), asked.entry(), "")
                .clearing(new Homework.Clears(protocol, asked.list(), asked.entry())));
      }
    }
    for (Homework piece : pieces) {
      shelves.homework().change(turn.id().client(), HomeworkBook.EMPTY, book -> book.with(piece));
    }
  }

  private Homework piece(Turn turn, int place, String task, String when) {
    String id = "h" + turn.id().seq() + (place == 0 ? "" : "-" + (place + 1));
    String by = shelves.clients().get(turn.id().client()).map(c -> c.name()).orElse("");
    return Homework.proposed(
        id,
        task,
        when,
        ended(turn).or(() -> turn.state().run()).map(r -> r.id().value()),
        by,
        turn.openedAt());
  }

  /** The run that came to its end where another began in the same turn. */
  private static Optional<Run> ended(Turn turn) {
    return turn.closing().stream()
        .flatMap(closing -> closing.happened().stream())
        .filter(Happening.Ended.class::isInstance)
        .map(h -> ((Happening.Ended) h).run())
        .findFirst();
  }

  /** A run that ended in this turn, or was set aside for another, is kept as a worksheet. */
  private void keepWorksheet(Turn turn, Optional<Turn> before) {
    for (Run run : over(turn, before)) keep(turn, run);
  }

  /** Runs that ended or were set aside in this turn. */
  private static List<Run> over(Turn turn, Optional<Turn> before) {
    Optional<Run> was = before.flatMap(t -> t.state().run());
    Optional<Run> is = turn.state().run();
    var over = new ArrayList<Run>();
    if (was.filter(Run::running).isPresent()
        && is.filter(run -> run.id().equals(was.get().id())).isEmpty()) {
      over.add(ended(turn).orElse(was.get()));
    }
    if (is.filter(run -> !run.running()).isPresent() && !is.equals(was)) over.add(is.get());
    return over;
  }

  private void keep(Turn turn, Run run) {
    ClientId client = turn.id().client();
    long first = turn.conversation().firstSeq();
    Instant began =
        shelves.turns().get(new TurnId(client, first)).map(Turn::openedAt).orElse(turn.openedAt());
    var record =
        new ExerciseRecord(
            run, turn.conversation(), began, turn.openedAt(), first, turn.id().seq());
    var key = new OfClient<>(client, run.id().value());
    if (!shelves.exercises().insert(key, record)) {
      shelves.exercises().change(key, old -> old.equals(record) ? old : record);
    }
    shelves
        .exerciseIndex()
        .change(
            client,
            ExerciseIndex.EMPTY,
            index ->
                index.with(
                    new ExerciseIndex.Entry(
                        run.id().value(),
                        run.protocol(),
                        turn.openedAt(),
                        run.status() == Run.Status.FINISHED)));
    keeping.proposal(turn, run);
  }

  private boolean sumUpRow(Turn turn, Optional<Turn> before) {
    ClientId client = turn.id().client();
    boolean byClient = turn.message().isPresent();
    // What changes seldom is read again only when this turn may have changed it.
    boolean changed =
        !turn.flags().isEmpty() || turn.closing().map(c -> !c.happened().isEmpty()).orElse(false);
    List<ToRead.Entry> toRead = keeping.toRead(turn, over(turn, before));
    CaseloadRow stored =
        shelves
            .caseload()
            .change(
                client,
                CaseloadRow.NEW,
                row -> {
                  if (row.summedSeq() >= turn.id().seq()) return row;
                  if (row.summedSeq() + 1 < turn.id().seq()) return row;
                  int flags = changed ? openFlags(client) : row.openFlags();
                  int waiting = changed ? homeworkWaiting(client) : row.homeworkWaiting();
                  int finished = changed ? finished(client) : row.exercisesFinished();
                  boolean unread = byClient && turn.id().seq() > row.reviewedSeq();
                  Level highest =
                      unread
                          ? row.highestUnread().max(turn.screening().level())
                          : row.highestUnread();
                  var sum =
                      new CaseloadRow(
                          Math.max(row.lastSeq(), turn.id().seq()),
                          byClient ? Optional.of(turn.openedAt()) : row.lastAt(),
                          highest,
                          flags,
                          turn.state().hold().isPresent(),
                          waiting,
                          finished,
                          turn.state()
                              .run()
                              .map(run -> run.protocol().name())
                              .or(row::lastExercise),
                          byStaff(turn) && row.reviewedSeq() == turn.id().seq() - 1
                              ? turn.id().seq()
                              : row.reviewedSeq(),
                          row.reviewedAt(),
                          turn.id().seq(),
                          keeping.signs(turn, before, row),
                          turn.opening() instanceof Opening.Said
                              ? Optional.of(UseByDay.oneMore(row.use(), turn.state().usage().day()))
                              : row.use(),
                          row.toRead());
                  for (ToRead.Entry entry : toRead) sum = sum.finished(entry);
                  return sum;
                });
    return stored.summedSeq() >= turn.id().seq();
  }

  private int openFlags(ClientId client) {
    return shelves
        .riskQueues()
        .get(client.clinic())
        .map(queue -> queue.of(client).size())
        .orElse(0);
  }

  private int homeworkWaiting(ClientId client) {
    HomeworkBook book = shelves.homework().get(client).orElse(HomeworkBook.EMPTY);
    return (int) (book.count(Status.PROPOSED) + book.count(Status.DONE));
  }

  private int finished(ClientId client) {
    return (int)
        shelves.exerciseIndex().get(client).orElse(ExerciseIndex.EMPTY).entries().stream()
            .filter(ExerciseIndex.Entry::finished)
            .count();
  }
}
