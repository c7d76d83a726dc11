package io.handrail.portal.plan;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.CarePlan.ReplyMode;
import io.handrail.care.plan.Hours;
import io.handrail.care.plan.PlanTemplate;
import io.handrail.care.plan.TemplateBook;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.portal.plan.PlanPage.Ready;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Limits to begin from: three of the house, and what the clinic's people saved. */
@Singleton
class Templates {
  private static final Set<String> FIRST =
      Set.of(
          "check_in", "thought_record", "behavioural_activation", "session_agenda", "safety_plan");
  private static final Set<String> CAREFUL = Set.of("check_in", "session_agenda", "safety_plan");

  private final Shelves shelves;
  private final Protocols protocols;

  Templates(Shelves shelves, Protocols protocols) {
    this.shelves = shelves;
    this.protocols = protocols;
  }

  /** What a page can begin from. */
  List<Ready> ready(StaffActor actor) {
    Stream<Ready> own =
        book(actor).seenBy(actor.id()).stream()
            .map(t ->
                new Ready(
                    t.id(),
                    t.name(),
                    t.owner().isEmpty() ? "the clinic\u2019s" : "yours",
                    t.savedBy().equals(actor.id())));
    return Stream.concat(
            Stream.of(
                new Ready("start", "Start", "first weeks, open hours", false),
                new Ready("cautious", "Cautious", "replies wait for you, no model", false),
                new Ready("step-down", "Step down", "less, towards the end", false)),
            own)
        .toList();
  }

  /**
   * @param now the plan as it is; a template that says nothing of exercises keeps them
   */
  Optional<PlanTemplate> find(StaffActor actor, String id, CarePlan now) {
    return switch (id) {
      case "start" ->
          Optional.of(
              house(
                  id,
                  there(FIRST),
                  40,
                  40,
                  List.of(),
                  ModelUse.PHRASING,
                  ReplyMode.AS_WRITTEN,
                  7,
                  actor));
      case "cautious" ->
          Optional.of(
              house(
                  id,
                  there(CAREFUL),
                  20,
                  20,
                  List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(20, 0))),
                  ModelUse.OFF,
                  ReplyMode.APPROVE_FIRST,
                  3,
                  actor));
      case "step-down" ->
          Optional.of(
              house(
                  id,
                  now.protocols(),
                  15,
                  15,
                  now.hours(),
                  now.modelUse(),
                  ReplyMode.AS_WRITTEN,
                  14,
                  actor));
      default -> book(actor).find(id, actor.id());
    };
  }

  TemplateBook book(StaffActor actor) {
    return shelves.planTemplates().get(actor.clinic()).orElse(TemplateBook.EMPTY);
  }

  /** True when it is kept; false when the clinic has too many. */
  boolean keep(StaffActor actor, PlanTemplate template) {
    TemplateBook book =
        shelves
            .planTemplates()
            .change(actor.clinic(), TemplateBook.EMPTY, known -> known.with(template));
    return book.templates().contains(template);
  }

  void remove(StaffActor actor, String id) {
    shelves
        .planTemplates()
        .change(actor.clinic(), TemplateBook.EMPTY, known -> known.without(id, actor.id()));
  }

  private Set<String> there(Set<String> wished) {
    Set<String> active =
        protocols.active().stream()
            .filter(p -> p.shown().kind() == Protocol.Kind.EXERCISE)
            .map(p -> p.ref().name())
            .collect(Collectors.toSet());
    return wished.stream().filter(active::contains).collect(Collectors.toSet());
  }

  private static PlanTemplate house(
      String id,
      Set<String> protocols,
      int messages,
      int minutes,
      List<Hours> hours,
      ModelUse model,
      ReplyMode replies,
      int review,
      StaffActor actor) {
    String name =
        switch (id) {
          case "start" -> "Start";
          case "cautious" -> "Cautious";
          default -> "Step down";
        };
    StaffId by = actor.id();
    return new PlanTemplate(
        id,
        name,
        Optional.empty(),
        protocols,
        messages,
        Optional.of(minutes),
        hours,
        model,
        replies,
        Optional.of(review),
        by,
        Instant.EPOCH);
  }
}
