package io.handrail.care.review;

import io.handrail.care.conversation.Level;
import io.handrail.care.measure.MeasureSigns;
import java.time.Instant;
import java.util.Optional;

/**
 * What a caseload shows of one client without opening the log, and how far the log reaches. Kept by
 * whoever changes what it sums up; it holds no words of the client.
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
 * @param summedSeq how far the journal has been summed up; moved by whoever sums up, and by nobody
 *     else, so that no flag is passed over
 * @param measures what the questionnaires ask the clinician to look at
 * @param use how much was written on each of the last days
 * @param toRead what was finished, and by when it is to be read
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
    Optional<Instant> reviewedAt,
    long summedSeq,
    Optional<MeasureSigns> measures,
    Optional<UseByDay> use,
    Optional<ToRead> toRead) {

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
          Optional.empty(),
          0);

  /** A row that knows of no questionnaire. */
  public CaseloadRow(
      long lastSeq,
      Optional<Instant> lastAt,
      Level highestUnread,
      int openFlags,
      boolean held,
      int homeworkWaiting,
      int exercisesFinished,
      Optional<String> lastExercise,
      long reviewedSeq,
      Optional<Instant> reviewedAt,
      long summedSeq) {
    this(
        lastSeq,
        lastAt,
        highestUnread,
        openFlags,
        held,
        homeworkWaiting,
        exercisesFinished,
        lastExercise,
        reviewedSeq,
        reviewedAt,
        summedSeq,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public long unreadTurns() {
    return lastSeq - reviewedSeq;
  }

  public CaseloadRow withOpenFlags(int count) {
    return count == openFlags
        ? this
        : new CaseloadRow(
            lastSeq,
            lastAt,
            highestUnread,
            count,
            held,
            homeworkWaiting,
            exercisesFinished,
            lastExercise,
            reviewedSeq,
            reviewedAt,
            summedSeq,
            measures,
            use,
            toRead);
  }

  public CaseloadRow withHomeworkWaiting(int count) {
    return count == homeworkWaiting
        ? this
        : new CaseloadRow(
            lastSeq,
            lastAt,
            highestUnread,
            openFlags,
            held,
            count,
            exercisesFinished,
            lastExercise,
            reviewedSeq,
            reviewedAt,
            summedSeq,
            measures,
            use,
            toRead);
  }

  /** Something was finished; what was read already is not asked for. */
  public CaseloadRow finished(ToRead.Entry entry) {
    return entry.turn() <= reviewedSeq
        ? this
        : new CaseloadRow(
            lastSeq,
            lastAt,
            highestUnread,
            openFlags,
            held,
            homeworkWaiting,
            exercisesFinished,
            lastExercise,
            reviewedSeq,
            reviewedAt,
            summedSeq,
            measures,
            use,
            Optional.of(ToRead.with(toRead, entry)));
  }

  /**
   * A clinician has read up to {@code mark}.
   *
   * @param end the journal's last turn
   * @param rest the highest level beyond the mark
   */
  public CaseloadRow reviewed(long mark, long end, Level rest, Instant at) {
    return new CaseloadRow(
        end,
        lastAt,
        rest,
        openFlags,
        held,
        homeworkWaiting,
        exercisesFinished,
        lastExercise,
        mark,
        Optional.of(at),
        summedSeq,
        measures.map(signs -> signs.readTo(mark)),
        use,
        toRead.flatMap(finished -> finished.readTo(mark)));
  }

  /**
   * Nothing is held as of turn {@code seq}. Where the row knows of a later turn it is left alone:
   * that turn may have set a new hold.
   *
   * @param own true when turn {@code seq} is the clinician's own entry; where everything before it
   *     was read, it is read too
   */
  public CaseloadRow releasedAt(long seq, boolean own) {
    if (lastSeq > seq || (!held && !own)) return this;
    long read = own && reviewedSeq == seq - 1 ? seq : reviewedSeq;
    return new CaseloadRow(
        seq,
        lastAt,
        highestUnread,
        openFlags,
        false,
        homeworkWaiting,
        exercisesFinished,
        lastExercise,
        read,
        reviewedAt,
        summedSeq,
        measures,
        use,
        toRead);
  }
}
