package io.handrail.care.review;

import io.handrail.care.conversation.Level;
import java.time.Instant;
import java.util.Optional;

/**
 * What a caseload shows of one client without opening the log, and how far the log reaches. Kept
 * by whoever changes what it sums up; it holds no words of the client.
 *
 * @param lastSeq the journal's last turn, or one a little before it
 * @param lastAt when the client was last active; empty before the first turn
 * @param highestUnread the highest level since the last review
 * @param openFlags flags that nobody has acknowledged
 * @param held true while exercise work is stopped
 * @param homeworkWaiting proposals and reports that wait for the clinician
 * @param exercisesFinished exercises completed in all
 * @param lastExercise the name of the protocol last worked on
 * @param reviewedSeq how far the clinician has read
 * @param reviewedAt when; empty before the first review
 */
public record CaseloadRow(
    long lastSeq,
    Optional<Instant> lastAt,
    Level highestUnread,
    int openFlags,
    boolean held,
    int homeworkWaiting,
    int exercisesFinished,
    Optional<String> lastExercise,
    long reviewedSeq,
    Optional<Instant> reviewedAt) {

  public static final CaseloadRow NEW =
      new CaseloadRow(
          0,
          Optional.empty(),
          Level.NONE,
          0,
          false,
          0,
          0,
          Optional.empty(),
          0,
          Optional.empty());

  public long unreadTurns() {
    return lastSeq - reviewedSeq;
  }
}
