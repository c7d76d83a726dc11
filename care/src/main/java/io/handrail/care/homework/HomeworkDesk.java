package io.handrail.care.homework;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.review.CaseloadRow;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Where a clinician decides on homework. */
public final class HomeworkDesk {

  private static final int ROUNDS_MAX = 5;

  private final Shelves shelves;

  public HomeworkDesk(Shelves shelves) {
    this.shelves = shelves;
  }

  /** What came of a decision. */
  public sealed interface Result {

    /** It is stored; the client sees it with an unread mark. */
    record Stored(Homework homework) implements Result {}

    /** It moved on since the clinician looked; nothing was changed. */
    record MovedOn(Homework asItIs) implements Result {}

    /** The client has no such homework. */
    record Unknown() implements Result {}
  }

  /**
   * Moves one piece of homework, if it still is as the clinician saw it.
   *
   * @param seen how many moves its history had when the clinician looked
   * @param to where it should go
   * @param step the transition itself; pure
   */
  public Result decide(
      ClientId client, String id, int seen, Status to, UnaryOperator<Homework> step) {
    Optional<Homework> found = shelves.homework().get(client).flatMap(book -> book.find(id));
    if (found.isEmpty()) return new Result.Unknown();
    var decided = new Decision(seen, to, step);
    HomeworkBook book = shelves.homework().change(client, b -> b.change(id, decided::on));
    recount(client, book);
    Homework now = book.find(id).orElseThrow();
    return decided.stands(now) ? new Result.Stored(now) : new Result.MovedOn(now);
  }

  /** How many pieces wait for the clinician: proposals and reports. */
  public static int waiting(HomeworkBook book) {
    return (int) (book.count(Status.PROPOSED) + book.count(Status.DONE));
  }

  /** The book decides; the row is brought after it until both agree. */
  private void recount(ClientId client, HomeworkBook book) {
    int counted = waiting(book);
    for (int round = 0; round < ROUNDS_MAX; round++) {
      int waiting = counted;
      shelves.caseload().change(client, CaseloadRow.NEW, row -> row.withHomeworkWaiting(waiting));
      counted = waiting(shelves.homework().get(client).orElse(HomeworkBook.EMPTY));
      if (counted == waiting) return;
    }
  }

  private record Decision(int seen, Status to, UnaryOperator<Homework> step) {

    Homework on(Homework homework) {
      boolean asSeen = homework.history().size() == seen;
      return asSeen && homework.mayBecome(to) ? step.apply(homework) : homework;
    }

    /** True when the next move after what was seen says the same: a form that was sent twice. */
    boolean stands(Homework now) {
      if (now.history().size() <= seen || seen < 1) return false;
      Homework.Move next = now.history().get(seen);
      if (next.to() != to) return false;
      Homework before =
          new Homework(
              now.id(),
              now.task(),
              now.when(),
              now.fromRun(),
              now.history().get(seen - 1).to(),
              now.history().subList(0, seen),
              false,
              now.clears());
      if (!before.mayBecome(to)) return false;
      Homework.Move asked = step.apply(before).history().get(seen);
      return asked.by().equals(next.by()) && asked.comment().equals(next.comment());
    }
  }
}
