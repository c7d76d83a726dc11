package io.handrail.portal.plan;

import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.CarePlan.ReplyMode;
import io.handrail.care.plan.Guidance;
import io.handrail.care.plan.Hours;
import io.handrail.care.plan.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says what one plan changed of the one before. */
final class PlanWords {
  private final Map<String, String> titles;
  private final Map<String, String> against;

  /**
   * @param titles of protocols, by name
   * @param against words for what speaks against exercises, by name
   */
  PlanWords(Map<String, String> titles, Map<String, String> against) {
    this.titles = titles;
    this.against = against;
  }

  List<String> changed(CarePlan before, CarePlan after) {
    var words = new ArrayList<String>();
    if (before.paused() != after.paused()) words.add(after.paused() ? "Paused" : "Pause ended");
    moved("Now permitted: ", before.protocols(), after.protocols(), titles, words);
    moved("No longer permitted: ", after.protocols(), before.protocols(), titles, words);
    moved("Now speaks against exercises: ", before.inTheWay(), after.inTheWay(), against, words);
    moved("No longer speaks against: ", after.inTheWay(), before.inTheWay(), against, words);
    if (before.messagesPerDayMax() != after.messagesPerDayMax()) {
      words.add(
          "Messages a day from " + before.messagesPerDayMax() + " to " + after.messagesPerDayMax());
    }
    if (!before.hours().equals(after.hours())) {
      words.add("Hours from " + hours(before.hours()) + " to " + hours(after.hours()));
    }
    if (before.modelUse() != after.modelUse()) {
      words.add("Model from " + model(before.modelUse()) + " to " + model(after.modelUse()));
    }
    Scope was = before.bounds();
    Scope is = after.bounds();
    if (!was.minutesPerDayMax().equals(is.minutesPerDayMax())) {
      words.add(
          "Minutes a day from "
              + number(was.minutesPerDayMax(), "no limit")
              + " to "
              + number(is.minutesPerDayMax(), "no limit"));
    }
    if (!was.reviewDays().equals(is.reviewDays())) {
      words.add(
          "Review every "
              + number(was.reviewDays(), "7")
              + " days, now every "
              + number(is.reviewDays(), "7"));
    }
    topics("Left to the sessions: ", was.avoid(), is.avoid(), words);
    topics("Agreed to look at: ", was.explore(), is.explore(), words);
    if (before.replyMode() != after.replyMode()) words.add(reply(after.replyMode()));
    if (!before.steering().equals(after.steering())) words.add("Notes for the program changed");
    if (!before.steered().equals(after.steered())) words.add(steering(after.steered()));
    if (words.isEmpty()) words.add("Stored again, nothing changed");
    return words;
  }

  /** Says what stands in the second set and not in the first. */
  private static void moved(
      String how, Set<String> from, Set<String> to, Map<String, String> named, List<String> words) {
    var moved = new TreeSet<>(to);
    moved.removeAll(from);
    if (moved.isEmpty()) return;
    words.add(
        how
            + moved.stream()
                .map(name -> named.getOrDefault(name, name.replace('_', ' ')))
                .collect(Collectors.joining(", ")));
  }

  private static void topics(String how, List<String> was, List<String> is, List<String> words) {
    if (!was.equals(is))
      words.add(how + (is.isEmpty() ? "nothing any more" : String.join(", ", is)));
  }

  private static String number(Optional<Integer> number, String otherwise) {
    return number.map(String::valueOf).orElse(otherwise);
  }

  private static String steering(Guidance now) {
    return now.notes().isEmpty()
        ? "Steering taken away"
        : "Steering: " + String.join(" ", now.notes());
  }

  static String hours(List<Hours> hours) {
    return hours.isEmpty()
        ? "any time"
        : hours.stream().map(h -> h.from() + "\u2013" + h.to()).collect(Collectors.joining(", "));
  }

  static String model(ModelUse use) {
    return switch (use) {
      case OFF -> "off";
      case PHRASING -> "phrasing";
      case GUIDED -> "guided";
    };
  }

  private static String reply(ReplyMode mode) {
    return switch (mode) {
      case AS_WRITTEN -> "Replies go out as written";
      case APPROVE_FIRST -> "Replies wait for approval";
    };
  }
}
