package io.handrail.care.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the messages of a day become fewer before the end of care, by dates that the client knows.
 * Being heard, support and the safety plan stay whole to the end.
 *
 * @param version counts from 1
 * @param ends the last day, on the client's calendar; nothing is cut off by it alone
 * @param steps by date
 * @param word what the clinician says to the client about it
 * @param name who planned it
 * @param stopped true once it was taken back; the plan's own limit stands again
 */
public record Taper(
    int version,
    LocalDate ends,
    List<Step> steps,
    String word,
    String name,
    Instant at,
    boolean stopped) {
  public static final int STEPS_MAX = 8;
  public static final int WORD_MAX = 600;

  public Taper {
    steps = steps.stream().sorted(Comparator.comparing(Step::from)).toList();
    if (steps.size() > STEPS_MAX || word.length() > WORD_MAX) {
      throw new IllegalArgumentException("a taper is short");
    }
  }

  /**
   * From a day on, so many messages a day.
   *
   * @param messages 1 to 500
   */
  public record Step(LocalDate from, int messages) {
    public Step {
      if (messages < 1 || messages > 500) {
        throw new IllegalArgumentException("messages a day must be 1 to 500");
      }
    }
  }

  /** What holds on a day; empty before the first step, and once it was stopped. */
  public Optional<Step> on(LocalDate day) {
    if (stopped) return Optional.empty();
    return steps.stream().filter(step -> !step.from().isAfter(day)).reduce((one, later) -> later);
  }

  /** What comes next after a day. */
  public Optional<Step> after(LocalDate day) {
    if (stopped) return Optional.empty();
    return steps.stream().filter(step -> step.from().isAfter(day)).findFirst();
  }

  /** The plan as it holds on a day: a taper only ever lowers. */
  public CarePlan lowering(CarePlan plan, LocalDate day) {
    return on(day)
        .filter(step -> step.messages() < plan.messagesPerDayMax())
        .map(step -> plan.limited(plan.protocols(), step.messages(), plan.hours(), plan.modelUse()))
        .orElse(plan);
  }

  public Taper stoppedBy(String name, Instant at) {
    return new Taper(version + 1, ends, steps, word, name, at, true);
  }

  /**
   * Even steps of a week from a number of messages a day down to a few.
   *
   * @param weeks 1 to {@link #STEPS_MAX}
   */
  public static List<Step> even(LocalDate begins, int weeks, int from, int to) {
    return java.util.stream.IntStream.range(0, weeks)
        .mapToObj(week -> {
          double share = weeks == 1 ? 1 : (double) (week + 1) / weeks;
          int messages = (int) Math.round(from + (to - from) * share);
          return new Step(begins.plusWeeks(week), Math.max(1, messages));
        })
        .toList();
  }
}
