package io.handrail.portal.plan;

import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.CarePlan.ReplyMode;
import io.handrail.care.plan.Hours;
import io.handrail.care.plan.PlanTemplate;
import io.handrail.care.plan.Scope;
import java.time.Instant;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what was typed into the care plan; every field that cannot be read says why. */
final class LimitsReading {
  private final LimitsForm form;
  private final Map<String, String> problems = new LinkedHashMap<>();

  private LimitsReading(LimitsForm form) {
    this.form = form;
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
      ReplyMode replies,
      Scope scope,
      Map<String, String> problems) {

    CarePlan over(CarePlan plan) {
      return plan.limited(protocols, messages, hours, model)
          .against(against)
          .replying(replies)
          .within(scope);
    }

    PlanTemplate template(String id, String name, Optional<StaffId> owner, StaffId by, Instant at) {
      return new PlanTemplate(
          id,
          name,
          owner,
          protocols,
          messages,
          scope.minutesPerDayMax(),
          hours,
          model,
          replies,
          scope.reviewDays(),
          by,
          at);
    }
  }

  /**
   * @param known names of the protocols there are; no other can be permitted
   * @param speaking names of what can speak against one; no other can be ticked
   */
  static Read read(LimitsForm form, Set<String> known, Set<String> speaking) {
    return new LimitsReading(form).read(known, speaking);
  }

  private Read read(Set<String> known, Set<String> speaking) {
    int messages = whole("messages", form.messages(), LimitsForm.MESSAGES_MAX, false).orElse(1);
    Optional<Integer> minutes = whole("minutes", form.minutes(), Scope.MINUTES_MAX, true);
    Optional<Integer> review = whole("review", form.review(), Scope.REVIEW_DAYS_MAX, true);
    if (!known.containsAll(form.protocols())) {
      problems.put("protocols", "One of these is not there any more. Choose again.");
    }
    if (!speaking.containsAll(form.against())) {
      problems.put("against", "One of these is not there any more. Choose again.");
    }
    var scope =
        new Scope(
            minutes, topics("avoid", form.avoid()), topics("explore", form.explore()), review);
    scope.avoid().stream()
        .filter(topic -> scope.explore().stream().anyMatch(topic::equalsIgnoreCase))
        .findFirst()
        .ifPresent(topic ->
            problems.put(
                "explore", "\u201c" + topic + "\u201d is also left to the sessions. Choose one."));
    return new Read(
        Set.copyOf(form.protocols()),
        Set.copyOf(form.against()),
        messages,
        hours(),
        one("model", form.model(), ModelUse.values(), ModelUse.OFF),
        one("replies", form.replies(), ReplyMode.values(), ReplyMode.APPROVE_FIRST),
        scope,
        problems);
  }

  private Optional<Integer> whole(String field, String typed, int max, boolean mayBeEmpty) {
    if (typed.isEmpty() && mayBeEmpty) return Optional.empty();
    try {
      int count = Integer.parseInt(typed);
      if (count >= 1 && count <= max) return Optional.of(count);
    } catch (NumberFormatException e) {
      // said below, as any other number out of range
    }
    String none = mayBeEmpty ? ", or nothing for no limit." : ".";
    if (field.equals("review")) none = ", or nothing for seven days.";
    problems.put(field, "A whole number from 1 to " + max + none);
    return Optional.empty();
  }

  private <E extends Enum<E>> E one(String field, String typed, E[] choices, E otherwise) {
    for (E choice : choices) {
      if (choice.name().equals(typed.toUpperCase(Locale.ROOT))) return choice;
    }
    problems.put(field, "Choose one of the " + (choices.length == 2 ? "two." : "three."));
    return otherwise;
  }

  private List<String> topics(String field, String typed) {
    List<String> topics =
        typed.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
    if (topics.size() > Scope.TOPICS_MAX) {
      problems.put(field, "At most " + Scope.TOPICS_MAX + " topics, one on each line.");
    }
    topics.stream()
        .filter(topic -> topic.length() > Scope.TOPIC_CHARS_MAX)
        .findFirst()
        .ifPresent(topic ->
            problems.put(
                field,
                "A topic is a word or two, at most "
                    + Scope.TOPIC_CHARS_MAX
                    + " letters. Longer notes belong to Steering."));
    return topics;
  }

  private List<Hours> hours() {
    var hours = new ArrayList<Hours>();
    List<List<String>> spans = form.spans();
    for (int i = 0; i < spans.size(); i++) {
      span("hours" + (i + 1), spans.get(i).get(0), spans.get(i).get(1), hours);
    }
    return hours;
  }

  private void span(String field, String from, String to, List<Hours> hours) {
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
