package io.handrail.portal.plan;

import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.CarePlan.ReplyMode;
import io.handrail.care.plan.Hours;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    if (before.replyMode() != after.replyMode()) words.add(reply(after.replyMode()));
    if (!before.steering().equals(after.steering())) words.add("Notes for the program changed");
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
