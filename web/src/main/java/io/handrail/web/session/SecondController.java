package io.handrail.web.session;

import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The second page of a sign-in: a code of the app, or setting it up where the clinic wants it. */
@Controller("/sign-in/second")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class SecondController {
  private static final String VIEW = "shared/second";
  private final SecondFactors factors;
  private final HalfSignedIn half;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final AuditTrail trail;

  SecondController(
      SecondFactors factors,
      HalfSignedIn half,
      Sessions sessions,
      SessionCookies cookies,
      AuditTrail trail) {
    this.factors = factors;
    this.half = half;
    this.sessions = sessions;
    this.cookies = cookies;
    this.trail = trail;
  }

  @Get
  MutableHttpResponse<?> page(HttpRequest<?> request, @Nullable @QueryValue String to) {
    return half.of(request)
        .<MutableHttpResponse<?>>map(account ->
            answer(HttpStatus.OK, asking(factors.begin(account.name()), to, Optional.empty(), 0)))
        .orElseGet(() -> toSignIn(to));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<?> enter(HttpRequest<?> request, @Nullable String code, @Nullable String to) {
    Optional<Account> account = half.of(request);
    if (account.isEmpty()) return toSignIn(to);
    String typed = code == null || code.length() > 64 ? "" : code.strip();
    return factors.isOn(account.get().name())
        ? checked(request, account.get(), typed, to)
        : confirmed(request, account.get(), typed, to);
  }

  private MutableHttpResponse<?> checked(
      HttpRequest<?> request, Account account, String typed, @Nullable String to) {
    return switch (factors.check(account.name(), typed)) {
      case SecondFactors.Checked.Right right -> {
        right.left().ifPresent(left -> wrote(account, AuditKind.RECOVERY_CODE_USED));
        yield letIn(
            request, account, HttpResponse.seeOther(URI.create(ReturnPath.checked(to))), to);
      }
      case SecondFactors.Checked.Wrong wrong -> {
        wrote(account, AuditKind.SECOND_FACTOR_REFUSED);
        yield again(account, to, "wrong", Duration.ZERO);
      }
      case SecondFactors.Checked.Wait wait -> again(account, to, "wait", wait.time());
      case SecondFactors.Checked.NotOn notOn -> toSignIn(to);
    };
  }

  private MutableHttpResponse<?> confirmed(
      HttpRequest<?> request, Account account, String typed, @Nullable String to) {
    return switch (factors.confirm(account.name(), typed)) {
      case SecondFactors.Confirmed.On on -> {
        wrote(account, AuditKind.SECOND_FACTOR_ON);
        var page =
            new SecondPage(
                "recovery",
                ReturnPath.checked(to),
                Optional.empty(),
                0,
                Optional.empty(),
                on.recovery());
        yield letIn(request, account, answer(HttpStatus.OK, page), to);
      }
      case SecondFactors.Confirmed.Wrong wrong -> again(account, to, "wrong", Duration.ZERO);
      case SecondFactors.Confirmed.Wait wait -> again(account, to, "wait", wait.time());
    };
  }

  private MutableHttpResponse<?> letIn(
      HttpRequest<?> request, Account account, MutableHttpResponse<?> answer, @Nullable String to) {
    Optional<Sessions.Pair> pair = sessions.open(account);
    if (pair.isEmpty()) return toSignIn(to);
    wrote(account, AuditKind.SIGNED_IN);
    // A session that was here before, whoever left it, ends with this sign-in.
    cookies.renewal(request).ifPresent(sessions::endBy);
    return half.clear(cookies.set(answer, pair.get()));
  }

  private void wrote(Account account, AuditKind kind) {
    if (account.actor() instanceof StaffActor staff) {
      trail.write(staff.clinic(), AuditDeed.of(kind, staff.id()));
    }
  }

  private MutableHttpResponse<?> again(
      Account account, @Nullable String to, String problem, Duration wait) {
    HttpStatus status =
        problem.equals("wait") ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNAUTHORIZED;
    return answer(
        status,
        asking(
            factors.again(account.name()),
            to,
            Optional.of(problem),
            wait.plusSeconds(59).toMinutes()));
  }

  private static SecondPage asking(
      Optional<SecondFactors.Beginning> beginning,
      @Nullable String to,
      Optional<String> problem,
      long minutes) {
    return new SecondPage(
        beginning.isPresent() ? "set-up" : "code",
        ReturnPath.checked(to),
        problem,
        minutes,
        beginning,
        List.of());
  }

  private static MutableHttpResponse<?> answer(HttpStatus status, SecondPage page) {
    return HttpResponse.status(status).body(new ModelAndView<>(VIEW, page));
  }

  private static MutableHttpResponse<?> toSignIn(@Nullable String to) {
    return HttpResponse.seeOther(URI.create("/sign-in" + ReturnPath.query(to == null ? "/" : to)));
  }
}
