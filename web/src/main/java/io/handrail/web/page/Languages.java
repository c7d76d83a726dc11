package io.handrail.web.page;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * Which language a page is shown in: the reader's own, else what they chose, else the browser's.
 */
@Singleton
public class Languages {
  private static final String COOKIE = "handrail_lang";
  private final Messages messages;

  Languages(Messages messages) {
    this.messages = messages;
  }

  /** A tag for which there is a bundle. */
  public String of(@Nullable Object model, @Nullable HttpRequest<?> request) {
    if (model instanceof Localised reader) return messages.nearest(reader.language());
    if (request == null) return Messages.FALLBACK;
    String asked = request.getParameters().get("lang");
    if (asked != null && messages.languages().contains(asked)) return asked;
    String chosen = request.getCookies().findCookie(COOKIE).map(Cookie::getValue).orElse(null);
    if (chosen != null && messages.languages().contains(chosen)) return chosen;
    return browser(request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE));
  }

  private String browser(@Nullable String header) {
    if (header == null || header.length() > 200) return Messages.FALLBACK;
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(header)) {
        String base = range.getRange().split("-")[0];
        if (messages.languages().contains(base)) return base;
      }
    } catch (IllegalArgumentException e) {
      return Messages.FALLBACK; // a browser's header is no reason to fail
    }
    return Messages.FALLBACK;
  }

  /** Remembers a choice for a year; it says nothing about the person. */
  public Cookie remember(String language, boolean secure) {
    return Cookie.of(COOKIE, messages.nearest(language))
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(SameSite.Lax)
        .maxAge(Duration.ofDays(365));
  }
}
