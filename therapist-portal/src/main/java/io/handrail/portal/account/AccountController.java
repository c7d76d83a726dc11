package io.handrail.portal.account;

import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.web.session.SecondFactors;
import io.handrail.web.session.SecondFactors.Beginning;
import io.handrail.web.session.SecondFactors.Checked;
import io.handrail.web.session.SecondFactors.Confirmed;
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
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Where a member of staff sets up the second step of their own sign-in. */
@Controller("/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AccountController {
  private static final String VIEW = "account/account";
  private final Frames frames;
  private final SecondFactors factors;
  private final AuditTrail trail;

  AccountController(Frames frames, SecondFactors factors, AuditTrail trail) {
    this.frames = frames;
    this.factors = factors;
    this.trail = trail;
  }

  @Get
  HttpResponse<?> account(StaffActor actor, Authentication who, @Nullable @QueryValue String done) {
    Notice notice =
        "off".equals(done)
            ? Notice.done("The second step is off. Your password alone lets you in.")
            : Notice.NONE;
    return Answers.page(VIEW, page(actor, who, Optional.empty(), List.of(), notice));
  }

  private AccountPage page(
      StaffActor actor,
      Authentication who,
      Optional<Beginning> beginning,
      List<String> recovery,
      Notice notice) {
    return new AccountPage(
        frames.around(actor),
        who.getName(),
        factors.standing(who.getName(), actor),
        beginning,
        recovery,
        notice);
  }

  /** Shows a secret that nobody has seen before; nothing is asked for until it is confirmed. */
  @Post("/second-factor")
  @Consumes(MediaType.ALL)
  HttpResponse<?> begin(StaffActor actor, Authentication who) {
    return Answers.page(
        VIEW, page(actor, who, factors.begin(who.getName()), List.of(), Notice.NONE));
  }

  /** A code from the app, or a recovery code. */
  @Serdeable
  record Typed(@Nullable String code) {
    Typed {
      code = code == null || code.length() > 64 ? "" : code.strip();
    }
  }

  @Post("/second-factor/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirm(StaffActor actor, Authentication who, @Body Typed form) {
    return switch (factors.confirm(who.getName(), form.code())) {
      case Confirmed.On(List<String> recovery) -> {
        wrote(actor, AuditKind.SECOND_FACTOR_ON);
        Notice done = Notice.done("The second step is on. It is asked for at your next sign-in.");
        yield Answers.page(VIEW, page(actor, who, Optional.empty(), recovery, done));
      }
      case Confirmed.Wrong wrong -> unconfirmed(actor, who, wrongCode());
      case Confirmed.Wait(Duration time) -> unconfirmed(actor, who, wait(time));
    };
  }

  private HttpResponse<?> unconfirmed(StaffActor actor, Authentication who, Notice notice) {
    return Answers.again(VIEW, page(actor, who, factors.again(who.getName()), List.of(), notice));
  }

  /** Only with a code, and only where the clinic leaves it to each. */
  @Post("/second-factor/off")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> off(StaffActor actor, Authentication who, @Body Typed form) {
    if (factors.standing(who.getName(), actor).required()) {
      return refused(actor, who, Notice.problem("Your clinic asks everyone for a second step."));
    }
    Optional<Notice> problem = problem(factors.check(who.getName(), form.code()), actor);
    if (problem.isPresent()) return refused(actor, who, problem.get());
    factors.remove(who.getName());
    wrote(actor, AuditKind.SECOND_FACTOR_OFF);
    return Answers.to("/account?done=off");
  }

  @Post("/recovery")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> recovery(StaffActor actor, Authentication who, @Body Typed form) {
    Optional<Notice> problem = problem(factors.check(who.getName(), form.code()), actor);
    if (problem.isPresent()) return refused(actor, who, problem.get());
    List<String> codes = factors.renewRecovery(who.getName());
    wrote(actor, AuditKind.RECOVERY_CODES_RENEWED);
    Notice done = Notice.done("The old recovery codes no longer work.");
    return Answers.page(VIEW, page(actor, who, Optional.empty(), codes, done));
  }

  private Optional<Notice> problem(Checked checked, StaffActor actor) {
    return switch (checked) {
      case Checked.Right right -> Optional.empty();
      case Checked.Wrong wrong -> {
        wrote(actor, AuditKind.SECOND_FACTOR_REFUSED);
        yield Optional.of(wrongCode());
      }
      case Checked.Wait(Duration time) -> Optional.of(wait(time));
      case Checked.NotOn notOn -> Optional.of(Notice.problem("The second step is not on."));
    };
  }

  private HttpResponse<?> refused(StaffActor actor, Authentication who, Notice notice) {
    return Answers.again(VIEW, page(actor, who, Optional.empty(), List.of(), notice));
  }

  private static Notice wrongCode() {
    return Notice.problem(
        "That code is not right, or it was used already. Wait for the next one and type that.");
  }

  private static Notice wait(Duration time) {
    long minutes = time.plusSeconds(59).toMinutes();
    return Notice.problem(
        "There were several wrong codes in a row. Please wait "
            + (minutes == 1 ? "a minute" : minutes + " minutes")
            + ", then try again.");
  }

  private void wrote(StaffActor actor, AuditKind kind) {
    trail.write(actor.clinic(), AuditDeed.of(kind, actor.id()));
  }
}
