package io.handrail.care.review.brief;

/** What a sentence rests on, so that a page can open it. */
public sealed interface Source {

  /**
   * An entry of the client's journal.
   *
   * @param seq its place
   */
  record Entry(long seq) implements Source {}

  /**
   * A questionnaire's result.
   *
   * @param instrument its name
   * @param turn the journal place of its last answer
   */
  record Measure(String instrument, long turn) implements Source {}

  /**
   * The answer to one question of a questionnaire that asks about danger.
   *
   * @param turn the journal place of the questionnaire's last answer
   * @param item the question, for example {@code q9}
   */
  record Item(String instrument, long turn, String item) implements Source {}

  /** A piece of homework. */
  record Piece(String homework) implements Source {}

  /** All of the client's homework. */
  record AllPieces() implements Source {}

  /** A worksheet. */
  record Worksheet(String run) implements Source {}

  /** The client's limits. */
  record Limits(int version) implements Source {}
}
