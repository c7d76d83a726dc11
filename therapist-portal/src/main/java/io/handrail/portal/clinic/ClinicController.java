package io.handrail.portal.clinic;

import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.FrontDesk;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.StaffDesk;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
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
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.Optional;

/** Where an administrator invites clients and gives them to clinicians. */
@Controller("/clinic")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ClinicController {
  private final Frames frames;
  private final Gate gate;
  private final FrontDesk desk;
  private final Register register;
  private final Newcomers newcomers;
  private final StaffDesk staff;
  private final PortalAddress portal;
  private final AuditTrail trail;

  ClinicController(
      Frames frames,
      Gate gate,
      FrontDesk desk,
      Register register,
      Newcomers newcomers,
      StaffDesk staff,
      PortalAddress portal,
      AuditTrail trail) {
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.register = register;
    this.newcomers = newcomers;
    this.staff = staff;
    this.portal = portal;
    this.trail = trail;
  }

  @Get
  HttpResponse<?> clinic(
      StaffActor actor,
      @Nullable @QueryValue String done,
      @Nullable @QueryValue Integer page,
      @Nullable @QueryValue String name) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    return Answers.page(
        "clinic/clinic",
        register.page(
            actor, page == null ? 1 : page, name == null ? "" : name.strip(), said(done)));
  }

  private static Notice said(@Nullable String done) {
    return switch (done == null ? "" : done) {
      case "alerts" -> Notice.done("Stored. Alerts go by this from now on, open ones too.");
      case "models" -> Notice.done("Stored. It holds from now on.");
      default -> Notice.NONE;
    };
  }

  @Get("/invite")
  HttpResponse<?> form(StaffActor actor) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    return Answers.page(
        "clinic/invite", register.inviting(actor, Map.of(), Optional.empty(), Notice.NONE));
  }

  /**
   * Enrols a client. The answer is the page itself, not a redirect: the code is shown this once and
   * kept nowhere, so there is no address to be sent to.
   */
  @Post("/invite")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> invite(StaffActor actor, @Body InviteForm form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    Map<String, String> problems = register.problems(actor, form);
    if (!problems.isEmpty()) {
      Notice notice = Notice.problem("Nobody is invited yet. Please look at the marked fields.");
      return Answers.again(
          "clinic/invite", register.inviting(actor, problems, Optional.of(form), notice));
    }
    FrontDesk.Result result = desk.invite(newcomers.of(actor, form), actor.id(), frames.now());
    if (result instanceof FrontDesk.Result.Invited invited) {
      var deed = AuditDeed.about(AuditKind.CLIENT_INVITED, actor.id(), invited.client().id());
      trail.write(actor.clinic(), deed);
    }
    return answered(actor, result);
  }

  @Get("/staff")
  HttpResponse<?> colleague(StaffActor actor) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    return Answers.page(
        "clinic/colleague",
        register.colleague(actor, ColleagueForm.fresh(), Map.of(), Notice.NONE));
  }

  /** As with a client's, the answer is the page that shows the code this once. */
  @Post("/staff")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> hire(HttpRequest<?> request, StaffActor actor, @Body ColleagueForm form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    Map<String, String> problems = form.problems();
    if (!problems.isEmpty()) {
      Notice notice = Notice.problem("Nobody is invited yet. Please look at the marked fields.");
      return Answers.again("clinic/colleague", register.colleague(actor, form, problems, notice));
    }
    var invited = staff.invite(actor.clinic(), form.hire(), frames.now());
    trail.write(
        actor.clinic(), AuditDeed.about(AuditKind.STAFF_INVITED, actor.id(), invited.staff().id()));
    return Answers.page("clinic/invited", register.hired(actor, invited, portal.of(request)));
  }

  @Get("/clients/{id}")
  HttpResponse<?> enrolment(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.ENROL, id);
    if (client.isEmpty()) return Answers.nothing();
    Notice notice =
        "assigned".equals(done)
            ? Notice.done("Stored. The new clinician can read everything from now on.")
            : Notice.NONE;
    return Answers.page("clinic/enrolment", register.enrolment(actor, client.get(), "", notice));
  }

  /** A new code for somebody who lost theirs before joining. */
  @Post("/clients/{id}/code")
  @Consumes(MediaType.ALL)
  HttpResponse<?> code(StaffActor actor, String id) {
    Optional<Client> client = gate.open(actor, Act.ENROL, id);
    if (client.isEmpty()) return Answers.nothing();
    return answered(actor, desk.again(client.get().id(), actor.id(), frames.now()));
  }

  /**
   * Who answers for a client from now on.
   *
   * @param seen the clinician that the administrator saw; empty for none
   */
  @Serdeable
  record Assignment(@Nullable String clinician, @Nullable String seen) {}

  @Post("/clients/{id}/clinician")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> assign(StaffActor actor, String id, @Body Assignment form) {
    Optional<Client> client = gate.open(actor, Act.ENROL, id);
    if (client.isEmpty()) return Answers.nothing();
    String chosen = form.clinician() == null ? "" : form.clinician();
    Optional<StaffId> to =
        register.clinicians(actor).keySet().stream()
            .filter(member -> member.value().equals(chosen))
            .findFirst();
    if (to.isEmpty()) {
      Notice notice = Notice.problem("Choose who answers for this client.");
      return Answers.again(
          "clinic/enrolment", register.enrolment(actor, client.get(), chosen, notice));
    }
    Optional<StaffId> seen =
        Optional.ofNullable(form.seen())
            .filter(value -> !value.isBlank())
            .flatMap(value -> register.colleague(actor, value));
    return answered(actor, desk.assign(client.get().id(), seen, to.get(), frames.now()));
  }

  private HttpResponse<?> answered(StaffActor actor, FrontDesk.Result result) {
    return switch (result) {
      case FrontDesk.Result.Invited invited ->
          Answers.page("clinic/invited", register.invited(actor, invited));
      case FrontDesk.Result.Assigned assigned ->
          Answers.to("/clinic/clients/" + assigned.client().id().value() + "?done=assigned");
      case FrontDesk.Result.MovedOn moved ->
          Answers.conflict(
              "clinic/enrolment",
              register.enrolment(actor, moved.asItIs(), "", register.movedOn(moved)));
    };
  }
}
