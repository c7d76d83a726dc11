package io.handrail.web.session;

import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.web.page.Languages;
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
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The door: in by name and password, and for staff perhaps by a second thing; out again. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class SignInController {
  private static final String VIEW = "shared/sign-in";
  private final Accounts accounts;
  private final Sessions sessions;
  private final SessionCookies cookies;
  private final Attempts attempts;
  private final Source source;
  private final Languages languages;
  private final SecondFactors factors;
  private final HalfSignedIn half;
  private final AuditTrail trail;

  SignInController(
      Accounts accounts,
      Sessions sessions,
      SessionCookies cookies,
      Attempts attempts,
      Source source,
      Languages languages,
      SecondFactors factors,
      HalfSignedIn half,
      AuditTrail trail) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.cookies = cookies;
    this.attempts = attempts;
    this.source = source;
    this.languages = languages;
    this.factors = factors;
    this.half = half;
    this.trail = trail;
  }

  @Get("/sign-in")
  @Produces(MediaType.TEXT_HTML)
  MutableHttpResponse<?> page(
      HttpRequest<?> request,
      @Nullable Authentication who,
      @Nullable @QueryValue String to,
      @Nullable @QueryValue String lang) {
    if (who != null) return HttpResponse.seeOther(URI.create(ReturnPath.checked(to)));
    var page = HttpResponse.ok(new ModelAndView<>(VIEW, SignInPage.fresh(ReturnPath.checked(to))));
    return lang == null ? page : page.cookie(languages.remember(lang, cookies.secure()));
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  MutableHttpResponse<?> signIn(
      HttpRequest<?> request,
      @Nullable String name,
      @Nullable String password,
      @Nullable String to) {
    String typed = name == null ? "" : name;
    String secret = password == null ? "" : password;
    if (typed.isBlank() || secret.isEmpty()) return again(typed, to, "empty", 0);
    String from = source.of(request);
    Duration wait = attempts.wait(typed, from);
    if (wait.isPositive()) {
      return again(typed, to, "wait", wait.plusSeconds(59).toMinutes());
    }
    attempts.begin(typed, from);
    Optional<Account> account;
    try {
      account = accounts.verify(typed, secret).filter(sessions::admits);
    } catch (Passwords.Crowded e) {
      return again(typed, to, "busy", 0);
    }
    if (account.isEmpty()) return again(typed, to, "wrong", 0);
    attempts.succeeded(typed, from);
    accounts.indexed(account.get());
    if (factors.asks(account.get())) {
      URI second = URI.create("/sign-in/second" + ReturnPath.query(to));
      return half.set(HttpResponse.seeOther(second), account.get());
    }
    Optional<Sessions.Pair> pair = sessions.open(account.get());
    if (pair.isEmpty()) return again(typed, to, "wrong", 0);
    if (account.get().actor() instanceof StaffActor staff) {
      trail.write(staff.clinic(), AuditDeed.of(AuditKind.SIGNED_IN, staff.id()));
    }
    // A session that was here before, whoever left it, ends with this sign-in.
    cookies.renewal(request).ifPresent(sessions::endBy);
    return cookies.set(HttpResponse.seeOther(URI.create(ReturnPath.checked(to))), pair.get());
  }

  private MutableHttpResponse<?> again(
      String name, @Nullable String to, String problem, long minutes) {
    HttpStatus status =
        switch (problem) {
          case "wait" -> HttpStatus.TOO_MANY_REQUESTS;
          case "busy" -> HttpStatus.SERVICE_UNAVAILABLE;
          default -> HttpStatus.UNAUTHORIZED;
        };
    String kept = name.length() > 80 ? name.substring(0, 80) : name;
    var page = new SignInPage(ReturnPath.checked(to), kept, Optional.of(problem), minutes);
    return HttpResponse.status(status).body(new ModelAndView<>(VIEW, page));
  }

  @Post("/sign-out")
  @Produces(MediaType.ALL)
  @Consumes(MediaType.ALL)
  MutableHttpResponse<?> signOut(HttpRequest<?> request) {
    // The renewal cookie does not come along here, and the token may be past its time.
    cookies.access(request).ifPresent(sessions::endByAccess);
    return cookies.clear(HttpResponse.seeOther(URI.create("/sign-in")));
  }

  /** Whether a form would be taken: a page asks before it lets go of what was typed. */
  @Get("/session/standing")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  @Produces(MediaType.ALL)
  HttpResponse<?> standing() {
    return HttpResponse.noContent();
  }

  @Get("/session/renew")
  @Produces(MediaType.ALL)
  MutableHttpResponse<?> renewAndReturn(HttpRequest<?> request, @Nullable @QueryValue String to) {
    Optional<Sessions.Pair> pair = cookies.renewal(request).flatMap(sessions::renew);
    if (pair.isEmpty()) return toSignIn(to);
    return cookies.set(HttpResponse.seeOther(URI.create(ReturnPath.checked(to))), pair.get());
  }

  /** A script gets a word, a form that was on its way goes on with its content. */
  @Post("/session/renew")
  @Produces(MediaType.ALL)
  @Consumes(MediaType.ALL)
  MutableHttpResponse<?> renew(HttpRequest<?> request, @Nullable @QueryValue String to) {
    Optional<Sessions.Pair> pair = cookies.renewal(request).flatMap(sessions::renew);
    if (to == null) {
      return pair.isPresent()
          ? cookies.set(
              HttpResponse.ok(Map.of("session", "renewed"))
                  .contentType(MediaType.APPLICATION_JSON_TYPE),
              pair.get())
          : cookies
              .clear(HttpResponse.status(HttpStatus.UNAUTHORIZED))
              .body(Map.of("session", "sign-in"))
              .contentType(MediaType.APPLICATION_JSON_TYPE)
              .header(TurnedAway.HEADER, "sign-in");
    }
    if (pair.isEmpty()) return toSignIn("/");
    return cookies.set(
        HttpResponse.temporaryRedirect(URI.create(ReturnPath.checked(to))), pair.get());
  }

  private MutableHttpResponse<?> toSignIn(@Nullable String to) {
    return cookies.clear(
        HttpResponse.seeOther(URI.create("/sign-in" + ReturnPath.query(to == null ? "/" : to))));
  }
}
