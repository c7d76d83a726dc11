package io.handrail.portal.signins;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.access.SignInName;
import io.handrail.care.access.SignInRule;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.signins.SignInsPage.Member;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.ForgottenPassphrases;
import io.handrail.web.session.SecondFactors;
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
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where an administrator says how staff sign in, and helps whoever lost their telephone. */
@Controller("/clinic/sign-ins")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInsController {
  private static final String VIEW = "signins/signins";
  private final Shelves shelves;
  private final Frames frames;
  private final SecondFactors factors;
  private final Accounts accounts;
  private final ForgottenPassphrases forgotten;
  private final AuditTrail trail;

  SignInsController(
      Shelves shelves,
      Frames frames,
      SecondFactors factors,
      Accounts accounts,
      ForgottenPassphrases forgotten,
      AuditTrail trail) {
    this.forgotten = forgotten;
    this.shelves = shelves;
    this.frames = frames;
    this.factors = factors;
    this.accounts = accounts;
    this.trail = trail;
  }

  @Get
  HttpResponse<?> page(StaffActor actor, @Nullable @QueryValue String done) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    Notice notice =
        switch (done) {
          case "required" ->
              Notice.done("Stored. From now on nobody comes in by a password alone.");
          case "optional" -> Notice.done("Stored. Each colleague decides for themselves.");
          case "reset" ->
              Notice.done(
                  "Reset. They are signed out everywhere, and their password alone counts until"
                      + " the second step is set up again.");
          case "code-apart" ->
              Notice.problem(
                  "You took their second step away within the last seven days. Another"
                      + " administrator makes the code, so that nobody alone can come in as"
                      + " somebody else.");
          case null, default -> Notice.NONE;
        };
    return Answers.page(VIEW, page(actor, notice));
  }

  private SignInsPage page(StaffActor actor, Notice notice) {
    var clinic = shelves.clinics().get(actor.clinic()).orElseThrow();
    Map<StaffId, Staff> staff = shelves.staff().get(clinic.staff());
    Map<StaffId, SignInName> names = shelves.staffSignIns().get(clinic.staff());
    List<Member> members =
        staff.values().stream()
            .map(s ->
                new Member(
                    s.id().value(),
                    s.name(),
                    s.title(),
                    names.containsKey(s.id()),
                    factors.on(new StaffActor(s.id(), s.roles())),
                    s.id().equals(actor.id())))
            .toList();
    int without = (int) members.stream().filter(m -> m.joined() && !m.secondFactor()).count();
    return new SignInsPage(
        frames.around(actor), rule(actor).secondFactor(), members, without, notice);
  }

  private SignInRule rule(StaffActor actor) {
    return shelves.signInRules().get(actor.clinic()).orElse(SignInRule.OPEN);
  }

  /**
   * @param required {@code yes} or {@code no}
   */
  @Serdeable
  record Rule(@Nullable String required) {}

  @Post("/rule")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> decide(StaffActor actor, @Body Rule form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    boolean wanted = "yes".equals(form.required());
    if (!wanted && !"no".equals(form.required())) {
      return Answers.again(VIEW, page(actor, Notice.problem("Choose one of the two.")));
    }
    Instant now = frames.now();
    SignInRule before = rule(actor);
    if (before.secondFactor() != wanted) {
      var next = new SignInRule(wanted, Optional.of(actor.id()), Optional.of(now));
      shelves.signInRules().change(actor.clinic(), SignInRule.OPEN, rule -> next);
      AuditKind kind = wanted ? AuditKind.SECOND_FACTOR_REQUIRED : AuditKind.SECOND_FACTOR_OPTIONAL;
      trail.write(actor.clinic(), AuditDeed.of(kind, actor.id()));
    }
    return Answers.to("/clinic/sign-ins?done=" + (wanted ? "required" : "optional"));
  }

  /** Whose second step is taken away. */
  @Serdeable
  record Reset(@Nullable String staff) {}

  /** For a colleague whose telephone is gone; nobody can do it for themselves. */
  @Post("/reset")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> reset(StaffActor actor, @Body Reset form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    String wanted = form.staff() == null ? "" : form.staff();
    Optional<StaffId> colleague =
        shelves.clinics().get(actor.clinic()).orElseThrow().staff().stream()
            .filter(id -> id.value().equals(wanted))
            .findFirst();
    if (colleague.isEmpty()) return Answers.nothing();
    if (colleague.get().equals(actor.id())) {
      String said =
          "Another administrator resets yours. With your telephone at hand, turn it off"
              + " under your own sign-in.";
      return Answers.again(VIEW, page(actor, Notice.problem(said)));
    }
    Optional<SignInName> name = shelves.staffSignIns().get(colleague.get());
    if (name.isEmpty()) return Answers.nothing();
    if (forgotten.secondStepForbidden(name.get().name(), actor.id())) {
      String said =
          "You made a password code for them within the last seven days. Another administrator"
              + " resets the second step, so that nobody alone can come in as somebody else.";
      return Answers.again(VIEW, page(actor, Notice.problem(said)));
    }
    forgotten.secondStepTaken(name.get().name(), actor.id());
    factors.remove(name.get().name());
    accounts.endEverySession(name.get().name());
    trail.write(
        actor.clinic(),
        AuditDeed.about(AuditKind.SECOND_FACTOR_RESET, actor.id(), colleague.get()));
    return Answers.to("/clinic/sign-ins?done=reset");
  }
}
