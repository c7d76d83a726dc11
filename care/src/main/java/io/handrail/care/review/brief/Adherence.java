package io.handrail.care.review.brief;

import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.homework.HomeworkBook;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of what was agreed was done.
 *
 * @param agreed pieces that were approved in the last eight weeks and that had at least three days
 * @param done those of them that were reported done
 */
public record Adherence(int agreed, int done) {
  private static final Duration LOOK_BACK = Duration.ofDays(56);
  private static final Duration TIME_TO_DO = Duration.ofDays(3);

  public static Adherence of(HomeworkBook book, Instant now) {
    List<Homework> counted =
        book.items().stream()
            .filter(piece -> piece.clears().isEmpty())
            .filter(piece -> counts(piece, now))
            .toList();
    int done = (int) counted.stream().filter(Adherence::done).count();
    return new Adherence(counted.size(), done);
  }

  private static boolean counts(Homework piece, Instant now) {
    Optional<Instant> agreed =
        piece.history().stream()
            .filter(move -> move.to() == Status.APPROVED)
            .map(Homework.Move::at)
            .findFirst();
    if (agreed.isEmpty() || agreed.get().isBefore(now.minus(LOOK_BACK))) return false;
    // What was taken back by the clinician is nobody's omission; what is fresh may still be done.
    if (piece.status() == Status.DECLINED) return false;
    return done(piece) || agreed.get().isBefore(now.minus(TIME_TO_DO));
  }

  private static boolean done(Homework piece) {
    return piece.history().stream().anyMatch(move -> move.to() == Status.DONE);
  }

  /** In whole percent; empty where nothing was agreed. */
  public Optional<Integer> percent() {
    return agreed == 0 ? Optional.empty() : Optional.of(Math.round(100f * done / agreed));
  }

  /** For example {@code Done: 3 of 4 agreed in eight weeks (75 %).} */
  public Optional<String> said() {
    return percent()
        .map(p -> "Done: " + done + " of " + agreed + " agreed in eight weeks (" + p + " %).");
  }
}
