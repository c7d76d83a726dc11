package io.handrail.portal.steering;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.live.Boards;
import io.handrail.care.live.LiveBoard;
import io.handrail.care.live.Preview;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.PlanDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Where a clinician steers the program with one client and sees what it would change. */
@Controller("/clients/{id}/steering")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SteeringController {
  private static final String VIEW = "steering/steering";

  /** The page waits this long for a preview; after that it offers to look again. */
  private static final Duration PATIENCE = Duration.ofSeconds(6);

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(150);

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final PlanDesk plans;
  private final Boards boards;
  private final SteeringView view;

  SteeringController(
      Shelves shelves, Frames frames, Gate gate, PlanDesk plans, Boards boards, SteeringView view) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.plans = plans;
    this.boards = boards;
    this.view = view;
  }

  /**
   * @param preview the id of a preview that was asked for
   */
  @Get
  HttpResponse<?> steering(
      StaffActor actor,
      String id,
      @Nullable @QueryValue String preview,
      @Nullable @QueryValue String done)
      throws InterruptedException {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    CarePlan plan = plan(client.get());
    Optional<Preview> asked = preview == null ? Optional.empty() : awaited(client.get(), preview);
    SteeringForm form =
        asked
            .map(p -> SteeringForm.of(p.asked(), plan.version(), p.turns()))
            .orElse(SteeringForm.of(plan.steered(), plan.version(), List.of()));
    Notice notice =
        "stored".equals(done)
            ? Notice.done("Stored. The program follows it from the client\u2019s next message.")
            : Notice.NONE;
    return Answers.page(VIEW, view.page(actor, client.get(), form, Map.of(), asked, notice));
  }

  private CarePlan plan(Client client) {
    return plans.plan(client.id()).orElse(PlanDesk.none(frames.now()));
  }

  private Optional<Preview> awaited(Client client, String id) throws InterruptedException {
    long giveUp = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      Optional<Preview> found = shelves.previews().get(client.id()).filter(p -> p.id().equals(id));
      if (found.isEmpty() || found.get().answers().isPresent() || System.nanoTime() > giveUp) {
        return found;
      }
      Thread.sleep(BETWEEN_LOOKS);
    }
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> store(StaffActor actor, String id, @Body SteeringForm form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    SteeringForm.Read read = form.read(known());
    if (!read.problems().isEmpty()) return wrong(actor, client.get(), form, read.problems());
    Instant now = frames.now();
    var result =
        plans.change(
            client.get().id(),
            form.seen(),
            actor.id(),
            now,
            plan -> plan.steeredBy(read.guidance()));
    return switch (result) {
      case PlanDesk.Result.Stored stored -> Answers.to("/clients/" + id + "/steering?done=stored");
      case PlanDesk.Result.MovedOn moved -> {
        Notice notice =
            Notice.conflict(
                "The care plan was changed while you had this open. Your words are still in the"
                    + " form and not stored. To store them, press the button again.",
                String.join(" ", moved.asItIs().steered().notes()),
                "");
        SteeringForm again = form.over(moved.asItIs().version());
        yield Answers.conflict(
            VIEW, view.page(actor, client.get(), again, Map.of(), Optional.empty(), notice));
      }
    };
  }

  /** Asks the chat what it would have answered; nothing is stored as steering. */
  @Post("/preview")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> preview(StaffActor actor, String id, @Body SteeringForm form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    SteeringForm.Read read = form.read(known());
    Map<String, String> problems = new LinkedHashMap<>(read.problems());
    List<Long> turns =
        form.turns().stream()
            .distinct()
            .filter(seq ->
                shelves
                    .turns()
                    .get(new TurnId(client.get().id(), seq))
                    .filter(SteeringView::usable)
                    .isPresent())
            .toList();
    if (turns.isEmpty() || turns.size() > Preview.TURNS_MAX) {
      problems.put("turns", "Choose one to " + Preview.TURNS_MAX + " messages.");
    }
    if (!problems.isEmpty()) return wrong(actor, client.get(), form, problems);
    Instant now = frames.now();
    var preview =
        new Preview(UUID.randomUUID().toString(), actor.id(), now, turns, read.guidance());
    if (!shelves.previews().insert(client.get().id(), preview)) {
      shelves.previews().change(client.get().id(), before -> preview);
    }
    boards.put(
        new LiveBoard.Entry(
            client.get().id(),
            LiveBoard.Kind.PREVIEW,
            turns.getFirst(),
            now,
            Optional.of(actor.id())));
    return Answers.to("/clients/" + id + "/steering?preview=" + preview.id() + "#preview");
  }

  private HttpResponse<?> wrong(
      StaffActor actor, Client client, SteeringForm form, Map<String, String> problems) {
    Notice notice = Notice.problem("Nothing is stored yet. Please look at the marked fields.");
    return Answers.again(VIEW, view.page(actor, client, form, problems, Optional.empty(), notice));
  }

  private Set<String> known() {
    return view.exercises().stream().map(SteeringPage.Choice::name).collect(Collectors.toSet());
  }
}
