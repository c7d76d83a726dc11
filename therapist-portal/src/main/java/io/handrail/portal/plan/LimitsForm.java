package io.handrail.portal.plan;

import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.CarePlan.ReplyMode;
import io.handrail.care.plan.Hours;
import io.handrail.care.plan.PlanTemplate;
import io.handrail.care.plan.Scope;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The care plan as typed. What a form leaves out altogether stays as it is stored.
 *
 * @param seen the version of the plan that was looked at; 0 where there was none
 * @param messages client messages a day, as text
 * @param minutes minutes a day, as text; empty for no limit
 * @param against names of what speaks against exercises for this client
 * @param from1 a time of day, {@code HH:mm}; empty spans are left out
 * @param avoid topics, a line each
 * @param review days between two reviews, as text; empty for the house's own
 * @param template a template's name, where one is to be saved
 * @param share {@code clinic} for a template that the whole clinic sees
 */
@Serdeable
record LimitsForm(
    @Nullable Integer seen,
    @Nullable List<String> protocols,
    @Nullable List<String> against,
    @Nullable String messages,
    @Nullable String minutes,
    @Nullable String from1,
    @Nullable String to1,
    @Nullable String from2,
    @Nullable String to2,
    @Nullable String from3,
    @Nullable String to3,
    @Nullable String avoid,
    @Nullable String explore,
    @Nullable String model,
    @Nullable String replies,
    @Nullable String review,
    @Nullable String template,
    @Nullable String share) {

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
    template = text(template);
    share = text(share);
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }

  static LimitsForm of(CarePlan plan) {
    Scope scope = plan.bounds();
    return new LimitsForm(
        plan.version(),
        plan.protocols().stream().sorted().toList(),
        plan.inTheWay().stream().sorted().toList(),
        String.valueOf(plan.messagesPerDayMax()),
        number(scope.minutesPerDayMax()),
        from(plan.hours(), 0),
        to(plan.hours(), 0),
        from(plan.hours(), 1),
        to(plan.hours(), 1),
        from(plan.hours(), 2),
        to(plan.hours(), 2),
        String.join("\n", scope.avoid()),
        String.join("\n", scope.explore()),
        named(plan.modelUse()),
        named(plan.replyMode()),
        number(scope.reviewDays()),
        "",
        "");
  }

  /** The same client's form with the limits of a template; what is the client's own stays. */
  LimitsForm from(PlanTemplate template) {
    return new LimitsForm(
        seen,
        template.protocols().stream().sorted().toList(),
        against,
        String.valueOf(template.messagesPerDayMax()),
        number(template.minutesPerDayMax()),
        from(template.hours(), 0),
        to(template.hours(), 0),
        from(template.hours(), 1),
        to(template.hours(), 1),
        from(template.hours(), 2),
        to(template.hours(), 2),
        avoid,
        explore,
        named(template.modelUse()),
        named(template.replyMode()),
        number(template.reviewDays()),
        "",
        "");
  }

  /** The same, to be stored over the plan of this version. */
  LimitsForm over(int version) {
    return new LimitsForm(
        version, protocols, against, messages, minutes, from1, to1, from2, to2, from3, to3, avoid,
        explore, model, replies, review, template, share);
  }

  /** The same, with what an older page did not ask as it is stored. */
  LimitsForm completedBy(CarePlan plan) {
    LimitsForm stored = of(plan);
    return new LimitsForm(
        seen,
        protocols,
        against,
        messages,
        minutes == null ? stored.minutes : minutes.strip(),
        from1,
        to1,
        from2,
        to2,
        from3,
        to3,
        avoid == null ? stored.avoid : avoid,
        explore == null ? stored.explore : explore,
        model,
        replies == null ? stored.replies : replies.strip(),
        review == null ? stored.review : review.strip(),
        template,
        share);
  }

  /** The spans as typed: a beginning and an end, each possibly empty. */
  List<List<String>> spans() {
    return List.of(List.of(from1, to1), List.of(from2, to2), List.of(from3, to3));
  }

  /** Which of the spans there are, from 1, for the page. */
  static List<Integer> places() {
    return IntStream.rangeClosed(1, 3).boxed().toList();
  }

  private static String number(Optional<Integer> number) {
    return number.map(String::valueOf).orElse("");
  }

  private static String named(ModelUse use) {
    return use.name().toLowerCase(Locale.ROOT);
  }

  private static String named(ReplyMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private static String from(List<Hours> hours, int place) {
    return Stream.of(hours)
        .filter(h -> place < h.size())
        .map(h -> h.get(place).from().toString())
        .findFirst()
        .orElse("");
  }

  private static String to(List<Hours> hours, int place) {
    return Stream.of(hours)
        .filter(h -> place < h.size())
        .map(h -> h.get(place).to().toString())
        .findFirst()
        .orElse("");
  }
}
