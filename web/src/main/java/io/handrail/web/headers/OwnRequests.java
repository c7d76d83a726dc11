package io.handrail.web.headers;

import io.handrail.web.fault.Faults;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Set;

/**
 * Whatever changes something has to come from our own pages. A browser says where a request comes
 * from in {@code Sec-Fetch-Site} and {@code Origin}; the other service, on another port, is
 * elsewhere too. A program that is no browser says neither, and carries nobody's cookies.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class OwnRequests implements Ordered {
  private static final Set<HttpMethod> READING =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private final Faults faults;

  OwnRequests(Faults faults) {
    this.faults = faults;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 100; // before anybody asks who it is
  }

  @RequestFilter
  @Nullable
  MutableHttpResponse<?> check(HttpRequest<?> request) {
    if (READING.contains(request.getMethod())) return null;
    if (request.getHeaders().contains(HttpHeaders.CONTENT_ENCODING)) {
      return faults.answer(request, HttpStatus.UNSUPPORTED_MEDIA_TYPE); // nothing is unpacked
    }
    return isOurs(request) ? null : faults.answer(request, HttpStatus.FORBIDDEN);
  }

  private static boolean isOurs(HttpRequest<?> request) {
    String site = request.getHeaders().get("Sec-Fetch-Site");
    if (site != null && !site.equals("same-origin") && !site.equals("none")) return false;
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin == null) return true;
    String host = request.getHeaders().get(HttpHeaders.HOST);
    try {
      return host != null && host.equalsIgnoreCase(URI.create(origin).getAuthority());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
