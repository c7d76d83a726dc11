package io.handrail.portal.plan;

import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.Hours;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The limits as typed.
 *
 * @param seen the version of the plan that was looked at; 0 where there was none
 * @param messages client messages a day, as text
 * @param against names of what speaks against exercises for this client
 * @param from1 a time of day, {@code HH:mm}; empty spans are left out
 */
@Serdeable
record LimitsForm(
    @Nullable Integer seen,
    @Nullable List<String> protocols,
    @Nullable List<String> against,
    @Nullable String messages,
    @Nullable String from1,
    @Nullable String to1,
    @Nullable String from2,
    @Nullable String to2,
    @Nullable String from3,
    @Nullable String to3,
    @Nullable String model) {

  static final int MESSAGES_MAX = 500;

  LimitsForm {
    seen = seen == null ? 0 : seen;
    protocols = protocols == null ? List.of() : List.copyOf(protocols);
    against = against == null ? List.of() : List.copyOf(against);
    messages = text(messages);
    from1 = text(from1);
    to1 = text(to1);
    from2 = text(from2);
    to2 = text(to2);
    from3 = text(from3);
    to3 = text(to3);
    model = text(model);
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }

  static LimitsForm of(CarePlan plan) {
    return new LimitsForm(
        plan.version(),
        plan.protocols().stream().sorted().toList(),
        plan.inTheWay().stream().sorted().toList(),
        String.valueOf(plan.messagesPerDayMax()),
        from(plan, 0),
        to(plan, 0),
        from(plan, 1),
        to(plan, 1),
        from(plan, 2),
        to(plan, 2),
        plan.modelUse().name().toLowerCase(Locale.ROOT));
  }

  /** The same, to be stored over the plan of this version. */
  LimitsForm over(int version) {
    return new LimitsForm(
        version, protocols, against, messages, from1, to1, from2, to2, from3, to3, model);
  }

  private static String from(CarePlan plan, int place) {
    return place < plan.hours().size() ? plan.hours().get(place).from().toString() : "";
  }

  private static String to(CarePlan plan, int place) {
    return place < plan.hours().size() ? plan.hours().get(place).to().toString() : "";
  }

  /**
   * What was read from the form.
   *
   * @param problems by field name; where there are any the rest is not to be used
   */
  record Read(
      Set<String> protocols,
      Set<String> against,
      int messages,
      List<Hours> hours,
      ModelUse model,
      Map<String, String> problems) {}

  /**
   * @param known names of the protocols there are; no other can be permitted
   * @param speaking names of what can speak against one; no other can be ticked
   */
  Read read(Set<String> known, Set<String> speaking) {
    Map<String, String> problems = new LinkedHashMap<>();
    int count = count(problems);
    List<Hours> hours = hours(problems);
    ModelUse use = ModelUse.OFF;
    try {
      use = ModelUse.valueOf(model.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      problems.put("model", "Choose one of the three.");
    }
    if (!known.containsAll(protocols)) {
      problems.put("protocols", "One of these is not there any more. Choose again.");
    }
    if (!speaking.containsAll(against)) {
      problems.put("against", "One of these is not there any more. Choose again.");
    }
    return new Read(Set.copyOf(protocols), Set.copyOf(against), count, hours, use, problems);
  }

  private int count(Map<String, String> problems) {
    try {
      int count = Integer.parseInt(messages);
      if (count >= 1 && count <= MESSAGES_MAX) return count;
    } catch (NumberFormatException e) {
      // said below, as any other number out of range
    }
    problems.put("messages", "A whole number from 1 to " + MESSAGES_MAX + ".");
    return 1;
  }

  private List<Hours> hours(Map<String, String> problems) {
    var hours = new ArrayList<Hours>();
    span("hours1", from1, to1, hours, problems);
    span("hours2", from2, to2, hours, problems);
    span("hours3", from3, to3, hours, problems);
    return hours;
  }

  private static void span(
      String field, String from, String to, List<Hours> hours, Map<String, String> problems) {
    if (from.isEmpty() && to.isEmpty()) return;
    try {
      var span = new Hours(LocalTime.parse(from), LocalTime.parse(to));
      if (span.from().equals(span.to())) {
        problems.put(field, "From and to are the same. For the whole day, leave both empty.");
      } else {
        hours.add(span);
      }
    } catch (DateTimeParseException e) {
      problems.put(field, "Both times are needed, for example 08:00 and 21:30.");
    }
  }
}
