package io.handrail.care.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One client's go at an instrument, as far as it has come. It is a part of the client's state, so
 * that every answer is stored with the turn that brought it.
 *
 * @param id unique within the client
 * @param language the language it is asked in
 * @param at how many questions are behind; the number of questions when it is over
 * @param answers values by linkId; a question left blank has none
 */
public record Sitting(
    String id,
    InstrumentRef instrument,
    String language,
    Instant startedAt,
    Status status,
    int at,
    Map<String, Integer> answers) {
  /**
   * How long a sitting may be taken up again. The questions ask about "the last two weeks"; answers
   * that are days apart are not about the same ones.
   */
  public static final Duration KEPT = Duration.ofHours(48);

  /** Whether it goes on. */
  public enum Status {
    RUNNING,
    /** Put aside by the client, to be taken up again. */
    PAUSED,
    FINISHED
  }

  public Sitting {
    answers = Map.copyOf(answers);
  }

  public static Sitting begin(String id, Instrument instrument, String language, Instant at) {
    return new Sitting(
        id, instrument.ref(), instrument.spoken(language), at, Status.RUNNING, 0, Map.of());
  }

  public boolean over() {
    return status == Status.FINISHED;
  }

  /** True while it may be taken up again. */
  public boolean open(Instant now) {
    return !over() && startedAt.plus(KEPT).isAfter(now);
  }

  /** The question that waits. */
  public Optional<Instrument.Item> waiting(Instrument by) {
    return over() || at >= by.items().size() ? Optional.empty() : Optional.of(by.items().get(at));
  }

  /**
   * Takes an answer to the waiting question. An answer to another question, or one that is not
   * offered, changes nothing: it comes from a page that was left open.
   */
  public Sitting answered(Instrument by, String linkId, int value) {
    boolean fits =
        waits(by, linkId) && by.item(linkId).flatMap(item -> item.option(value)).isPresent();
    if (!fits) return this;
    var all = new HashMap<>(answers);
    all.put(linkId, value);
    return onward(by, all);
  }

  /** Leaves the waiting question blank. */
  public Sitting skipped(Instrument by, String linkId) {
    if (!waits(by, linkId)) return this;
    var all = new HashMap<>(answers);
    all.remove(linkId);
    return onward(by, all);
  }

  /** To the question before. */
  public Sitting back() {
    if (over() || at == 0) return this;
    return new Sitting(id, instrument, language, startedAt, Status.RUNNING, at - 1, answers);
  }

  public Sitting paused() {
    return over() ? this : with(Status.PAUSED);
  }

  public Sitting resumed() {
    return over() ? this : with(Status.RUNNING);
  }

  private boolean waits(Instrument by, String linkId) {
    return waiting(by).filter(item -> item.linkId().equals(linkId)).isPresent();
  }

  private Sitting onward(Instrument by, Map<String, Integer> all) {
    Status next = at + 1 >= by.items().size() ? Status.FINISHED : Status.RUNNING;
    return new Sitting(id, instrument, language, startedAt, next, at + 1, all);
  }

  private Sitting with(Status next) {
    return new Sitting(id, instrument, language, startedAt, next, at, answers);
  }
}
