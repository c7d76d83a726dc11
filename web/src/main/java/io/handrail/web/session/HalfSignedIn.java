package io.handrail.web.session;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Whoever has given the right password and nothing more yet. It is no session and opens no page: it
 * says for ten minutes, to the second page of the sign-in alone, whose password was right.
 */
@Singleton
class HalfSignedIn {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final String PATH = "/sign-in";
  private static final int LENGTH_MAX = 1000;
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private final Shelves shelves;
  private final SessionKeys keys;
  private final SessionCookies cookies;
  private final Clock clock;
  private final String service;

  HalfSignedIn(
      Shelves shelves,
      SessionKeys keys,
      SessionCookies cookies,
      Clock clock,
      @Value("${handrail.service}") String service) {
    this.shelves = shelves;
    this.keys = keys;
    this.cookies = cookies;
    this.clock = clock;
    this.service = service;
  }

  <B> MutableHttpResponse<B> set(MutableHttpResponse<B> response, Account account) {
    long until = clock.instant().plus(LIFE).getEpochSecond();
    String text = text(account.name(), account.generation(), until);
    String token = URL.encodeToString(text.getBytes(StandardCharsets.UTF_8)) + "." + tag(text);
    return response.cookie(cookie(token, LIFE));
  }

  <B> MutableHttpResponse<B> clear(MutableHttpResponse<B> response) {
    return response.cookie(cookie("", Duration.ZERO));
  }

  /** The account whose password was given, when that was lately and the account still stands. */
  Optional<Account> of(HttpRequest<?> request) {
    return request
        .getCookies()
        .findCookie(name())
        .map(Cookie::getValue)
        .filter(token -> token.length() <= LENGTH_MAX)
        .flatMap(this::read);
  }

  private Optional<Account> read(String token) {
    int dot = token.indexOf('.');
    if (dot < 1) return Optional.empty();
    try {
      String text =
          new String(
              Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
      byte[] given = token.substring(dot + 1).getBytes(StandardCharsets.US_ASCII);
      if (!MessageDigest.isEqual(tag(text).getBytes(StandardCharsets.US_ASCII), given)) {
        return Optional.empty();
      }
      String[] parts = text.split("\n", -1);
      Instant until = Instant.ofEpochSecond(Long.parseLong(parts[3]));
      if (!clock.instant().isBefore(until)) return Optional.empty();
      int generation = Integer.parseInt(parts[2]);
      return shelves
          .accounts()
          .get(parts[1])
          .filter(a -> a.enabled() && a.generation() == generation);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // not one of ours
    }
  }

  private String text(String account, int generation, long until) {
    return service + "\n" + account + "\n" + generation + "\n" + until;
  }

  private String tag(String text) {
    return URL.encodeToString(keys.derive("half signed in " + service + "\n" + text));
  }

  private String name() {
    return "handrail_" + service + "_half";
  }

  private Cookie cookie(String value, Duration keep) {
    return Cookie.of(name(), value)
        .path(PATH)
        .httpOnly(true)
        .secure(cookies.secure())
        .sameSite(SameSite.Lax)
        .maxAge(keep);
  }
}
