package io.handrail.care.record.takeout;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything of a client's that is theirs, in the order a person reads it. What is left out: what
 * clinicians note for themselves and to each other, notes to the program, and drafts that were
 * never shown.
 *
 * @param version of this form
 * @param clinic its name
 * @param clinician who is responsible; empty where nobody is
 * @param madeAt when the copy was made
 */
public record RecordCopy(
    String version,
    String client,
    String name,
    String language,
    String clinic,
    Optional<String> clinician,
    Instant enrolledAt,
    Instant madeAt,
    List<Talk> talks,
    List<Worksheet> worksheets,
    List<Task> homework,
    List<Questionnaire> questionnaires,
    List<PlanStep> safetyPlan,
    List<Remembered> remembered,
    Optional<Agreed> consent,
    List<Flagged> flags,
    List<Reader> readers) {

  static final String VERSION = "1";

  /** A conversation. */
  public record Talk(String id, Instant at, List<Entry> entries) {}

  /**
   * One thing that was said or shown.
   *
   * @param from {@code client}, {@code script}, {@code program} or {@code person}
   * @param by the person's name, where a person wrote it; else empty
   */
  public record Entry(long entry, Instant at, String from, String by, String text) {}

  /**
   * An exercise.
   *
   * @param state {@code finished} or {@code stopped}
   */
  public record Worksheet(
      String id, String exercise, String title, Instant at, String state, List<Row> rows) {}

  /** A line of a worksheet. */
  public record Row(String step, String title, List<String> lines) {}

  /**
   * A piece of homework.
   *
   * @param status {@code proposed}, {@code approved}, {@code declined}, {@code done} or {@code
   *     returned}
   */
  public record Task(
      String id, String task, String when, String status, Instant since, List<Move> history) {}

  /** A step of its life. */
  public record Move(String status, String by, Instant at, String comment) {}

  /**
   * A filled questionnaire.
   *
   * @param total empty where too much was left blank
   */
  public record Questionnaire(
      String id,
      String instrument,
      String title,
      Instant at,
      Optional<Integer> total,
      Optional<String> band,
      Map<String, Integer> answers,
      int leftBlank) {}

  /** A step of the safety plan. */
  public record PlanStep(String step, List<String> lines, List<String> proposed) {}

  /** What the program may know from one sitting to the next. */
  public record Remembered(String title, String value, Instant since, boolean allowed) {}

  /**
   * What was agreed to.
   *
   * @param model a model may word replies
   * @param summaries a model may word what the clinician reads
   */
  public record Agreed(
      String version,
      boolean model,
      boolean summaries,
      Instant givenAt,
      Optional<Instant> withdrawnAt) {}

  /**
   * When the program asked for a person.
   *
   * @param level {@code watch}, {@code concern} or {@code crisis}
   * @param answeredAt when a person answered it
   */
  public record Flagged(
      long entry, String level, Instant at, Optional<Instant> answeredAt, Optional<String> by) {}

  /** Who opened the log, and when. */
  public record Reader(String name, Instant at) {}
}
