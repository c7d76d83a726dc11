package io.handrail.web.session;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * The two cookies. Their names carry the service, because a browser does not keep the ports of one
 * host apart. Both are Lax: with Strict, a person who follows a link from an email would seem
 * signed out. The renewal cookie goes to {@code /session} only.
 */
@Singleton
public class SessionCookies {
  private final String access;
  private final String renewal;
  private final boolean secure;
  private final Clock clock;

  SessionCookies(
      @Value("${handrail.service}") String service,
      @Value("${handrail.https:false}") boolean https,
      Clock clock) {
    this.access = "handrail_" + service;
    this.renewal = "handrail_" + service + "_renewal";
    this.secure = https;
    this.clock = clock;
  }

  Optional<String> access(HttpRequest<?> request) {
    return request.getCookies().findCookie(access).map(Cookie::getValue);
  }

  Optional<String> renewal(HttpRequest<?> request) {
    return request.getCookies().findCookie(renewal).map(Cookie::getValue);
  }

  boolean secure() {
    return secure;
  }

  <B> MutableHttpResponse<B> set(MutableHttpResponse<B> response, Sessions.Pair pair) {
    Duration keep = Duration.between(clock.instant(), pair.until());
    // The access cookie outlives its token: an old token tells a lapsed session from none.
    return response
        .cookie(cookie(access, pair.access(), "/", keep))
        .cookie(cookie(renewal, pair.renewal(), "/session", keep));
  }

  <B> MutableHttpResponse<B> clear(MutableHttpResponse<B> response) {
    return response
        .cookie(cookie(access, "", "/", Duration.ZERO))
        .cookie(cookie(renewal, "", "/session", Duration.ZERO));
  }

  private Cookie cookie(String name, String value, String path, Duration keep) {
    return Cookie.of(name, value)
        .path(path)
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.Lax)
        .maxAge(keep);
  }
}
