package io.handrail.portal.passphrase;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Answers;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.web.session.ForgottenPassphrases;
import io.handrail.web.session.ForgottenPassphrases.Made;
import io.handrail.web.session.ForgottenPassphrases.Standing;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Optional;

/**
 * Codes for forgotten passphrases. A client's comes from whoever may read what they write anyway,
 * never from an administrator, who could else come in as the client; a colleague's comes from an
 * administrator, and the colleague's second step is asked for all the same.
 */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class PassphraseController {
  private static final String VIEW = "passphrase/client";
  private static final String CODE = "passphrase/code";
  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final ForgottenPassphrases forgotten;
  private final AuditTrail trail;

  PassphraseController(
      Shelves shelves, Frames frames, Gate gate, ForgottenPassphrases forgotten, AuditTrail trail) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.forgotten = forgotten;
    this.trail = trail;
  }

  @Get("/clients/{id}/sign-in")
  HttpResponse<?> client(StaffActor actor, String id) {
    Optional<Client> client = gate.open(actor, Act.HELP_SIGN_IN, id);
    if (client.isEmpty()) return Answers.nothing();
    return Answers.page(VIEW, page(actor, client.get(), Notice.NONE));
  }

  private SignInHelpPage page(StaffActor actor, Client client, Notice notice) {
    Frame frame = frames.around(actor);
    Optional<Standing> standing = forgotten.standing(client.id());
    return new SignInHelpPage(
        frame,
        client.id().value(),
        client.name(),
        standing.map(Standing::name).orElse(""),
        standing.flatMap(Standing::openUntil).map(frame::said).orElse(""),
        standing
            .flatMap(Standing::lastSet)
            .map(set -> frame.said(set.at()) + ", with a code from " + name(set.by()))
            .orElse(""),
        notice);
  }

  private String name(StaffId id) {
    return shelves.staff().get(id).map(Staff::name).orElse("a former colleague");
  }

  @Post("/clients/{id}/sign-in/code")
  @Consumes(MediaType.ALL)
  HttpResponse<?> forClient(StaffActor actor, String id) {
    Optional<Client> client = gate.open(actor, Act.HELP_SIGN_IN, id);
    if (client.isEmpty()) return Answers.nothing();
    Optional<Made> made = forgotten.make(client.get().id(), actor.id());
    if (made.isEmpty()) {
      String said = client.get().name() + " has not joined yet: an invitation is what they need.";
      return Answers.again(VIEW, page(actor, client.get(), Notice.problem(said)));
    }
    String name = client.get().name();
    return code(actor, false, name, "/clients/" + id + "/sign-in", made.get());
  }

  /** Who gets a code. */
  @Serdeable
  record Colleague(@Nullable String staff) {}

  @Post("/clinic/sign-ins/code")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> forColleague(StaffActor actor, @Body Colleague form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    String wanted = form.staff() == null ? "" : form.staff();
    Optional<StaffId> colleague =
        shelves.clinics().get(actor.clinic()).orElseThrow().staff().stream()
            .filter(id -> id.value().equals(wanted) && !id.equals(actor.id()))
            .findFirst();
    if (colleague.isEmpty()) return Answers.nothing();
    if (forgotten.codeForbidden(colleague.get(), actor.id())) {
      return Answers.to("/clinic/sign-ins?done=code-apart");
    }
    Optional<Made> made = forgotten.make(colleague.get(), actor.id());
    if (made.isEmpty()) return Answers.nothing();
    trail.write(
        actor.clinic(),
        AuditDeed.about(AuditKind.PASSPHRASE_CODE_MADE, actor.id(), colleague.get()));
    return code(actor, true, name(colleague.get()), "/clinic/sign-ins", made.get());
  }

  private HttpResponse<?> code(
      StaffActor actor, boolean colleague, String name, String back, Made made) {
    return Answers.page(
        CODE,
        new CodePage(
            frames.around(actor),
            colleague,
            name,
            back,
            made.name(),
            made.code(),
            made.expiresAt()));
  }
}
