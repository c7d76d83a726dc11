package io.handrail.web.session;

import io.handrail.web.fault.Faults;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * Answers who may not come in. A page is led through the renewal when a session lapsed, else to the
 * sign-in; a form that was being sent takes the same way and keeps its content (307). A script is
 * told in {@code Handrail-Session} whether {@code POST /session/renew} can help ({@code renew}) or
 * not ({@code sign-in}). Whoever is signed in and may not see a thing finds nothing there.
 */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
class TurnedAway implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  static final String HEADER = "Handrail-Session";
  private final SessionCookies cookies;
  private final Faults faults;

  TurnedAway(SessionCookies cookies, Faults faults) {
    this.cookies = cookies;
    this.faults = faults;
  }

  @Override
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    if (exception.isForbidden()) return faults.answer(request, HttpStatus.NOT_FOUND);
    boolean lapsed = cookies.access(request).isPresent();
    if (!forPeople(request)) {
      return faults
          .answer(request, HttpStatus.UNAUTHORIZED)
          .header(HEADER, lapsed ? "renew" : "sign-in");
    }
    boolean asks = request.getMethod() == HttpMethod.GET;
    String to = asks ? request.getUri().toString() : request.getPath();
    if (!lapsed) {
      return HttpResponse.seeOther(URI.create("/sign-in" + ReturnPath.query(asks ? to : "/")));
    }
    URI renewal = URI.create("/session/renew" + ReturnPath.query(to));
    return asks ? HttpResponse.seeOther(renewal) : HttpResponse.temporaryRedirect(renewal);
  }

  /** A page that is opened or a form that is sent, as against a script's request. */
  private static boolean forPeople(HttpRequest<?> request) {
    String mode = request.getHeaders().get("Sec-Fetch-Mode");
    if (mode != null) return mode.equals("navigate");
    return request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
  }
}
