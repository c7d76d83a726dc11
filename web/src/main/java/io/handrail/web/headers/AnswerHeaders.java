package io.handrail.web.headers;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.LinkedHashMap;
import java.util.Map;

/** On every answer, also on faults: nothing from elsewhere, nothing inline, nothing kept. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AnswerHeaders implements Ordered {
  private final Map<String, String> always = new LinkedHashMap<>();

  AnswerHeaders(@Value("${handrail.https:false}") boolean https) {
    always.put(
        "Content-Security-Policy",
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self';"
            + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
    always.put("X-Content-Type-Options", "nosniff");
    always.put("X-Frame-Options", "DENY");
    // Not no-referrer: with that a browser sends Origin: null with our own forms.
    always.put("Referrer-Policy", "same-origin");
    always.put("Cross-Origin-Opener-Policy", "same-origin");
    always.put("Cross-Origin-Resource-Policy", "same-origin");
    always.put(
        "Permissions-Policy",
        "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()");
    if (https) always.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE; // outermost, so that nothing is answered without it
  }

  @ResponseFilter
  void add(MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    always.forEach(headers::set);
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
    }
  }
}
