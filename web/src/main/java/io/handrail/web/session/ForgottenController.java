package io.handrail.web.session;

import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.web.session.Accounts.Kept;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.time.Duration;
import java.util.Optional;

/**
 * A new passphrase for whoever forgot theirs and has a code. The answer is the same for a wrong
 * name, a wrong code and one that is past its time, so it tells nobody who has an account here.
 */
@Controller("/sign-in/forgotten")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ForgottenController {
  private static final String VIEW = "shared/forgotten";
  private static final int TYPED_MAX = 1000;
  private final ForgottenPassphrases forgotten;
  private final Sessions sessions;
  private final Attempts attempts;
  private final Source source;
  private final Entrance entrance;
  private final AuditTrail trail;

  ForgottenController(
      ForgottenPassphrases forgotten,
      Sessions sessions,
      Attempts attempts,
      Source source,
      Entrance entrance,
      AuditTrail trail) {
    this.forgotten = forgotten;
    this.sessions = sessions;
    this.attempts = attempts;
    this.source = source;
    this.entrance = entrance;
    this.trail = trail;
  }

  @Get
  HttpResponse<?> page() {
    return HttpResponse.ok(new ModelAndView<>(VIEW, ForgottenPage.FRESH));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<?> set(
      HttpRequest<?> request,
      @Nullable String name,
      @Nullable String code,
      @Nullable String password) {
    String typed = typed(name);
    String key = typed(code);
    String next = typed(password);
    if (typed.isBlank() || key.isBlank() || next.isEmpty()) {
      return again(HttpStatus.UNPROCESSABLE_ENTITY, typed, key, "empty", 0);
    }
    // Counted apart from the sign-in, where whoever is here has failed already.
    String counted = "forgotten " + typed;
    String from = source.of(request);
    Duration wait = attempts.wait(counted, from);
    if (wait.isPositive()) {
      long minutes = wait.plusSeconds(59).toMinutes();
      return again(HttpStatus.TOO_MANY_REQUESTS, typed, "", "wait", minutes);
    }
    attempts.begin(counted, from);
    Optional<Account> account = forgotten.account(typed, key).filter(sessions::admits);
    if (account.isEmpty()) return again(HttpStatus.UNAUTHORIZED, typed, "", "wrong", 0);
    try {
      return switch (forgotten.set(account.get(), key, next)) {
        case Kept.Done(Account changed) -> {
          attempts.succeeded(counted, from);
          yield letIn(changed);
        }
        case Kept.Weak(var weakness) -> {
          attempts.succeeded(counted, from);
          yield weak(typed, key, weakness);
        }
        case Kept.WrongPassword gone -> again(HttpStatus.UNAUTHORIZED, typed, "", "wrong", 0);
        case Kept.NameTaken no -> again(HttpStatus.UNAUTHORIZED, typed, "", "wrong", 0);
        case Kept.NameUnfit no -> again(HttpStatus.UNAUTHORIZED, typed, "", "wrong", 0);
      };
    } catch (Passwords.Crowded e) {
      return again(HttpStatus.SERVICE_UNAVAILABLE, typed, key, "busy", 0);
    }
  }

  /** In, or on to the second step, which no code takes away. */
  private MutableHttpResponse<?> letIn(Account account) {
    switch (account.actor()) {
      case StaffActor staff ->
          trail.write(staff.clinic(), AuditDeed.of(AuditKind.PASSPHRASE_SET, staff.id()));
      case ClientActor client ->
          trail.write(client.clinic(), AuditDeed.own(AuditKind.PASSPHRASE_SET, client.id()));
    }
    return entrance.letIn(account, "/");
  }

  private static String typed(@Nullable String text) {
    return text == null || text.length() > TYPED_MAX ? "" : text;
  }

  private static MutableHttpResponse<?> weak(
      String name, String code, PasswordRule.Weakness weakness) {
    var page = new ForgottenPage(name, code, Optional.empty(), 0, Optional.of(weakness.key()));
    return HttpResponse.unprocessableEntity().body(new ModelAndView<>(VIEW, page));
  }

  private static MutableHttpResponse<?> again(
      HttpStatus status, String name, String code, String problem, long minutes) {
    String kept = name.length() > 80 ? name.substring(0, 80) : name;
    var page = new ForgottenPage(kept, code, Optional.of(problem), minutes, Optional.empty());
    return HttpResponse.status(status).body(new ModelAndView<>(VIEW, page));
  }
}
