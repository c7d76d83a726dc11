package io.handrail.web.log;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line a request: method, route, status, milliseconds. The route is the pattern it matched, so
 * that no id, query or body gets into the log.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class AccessLog implements Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
  private static final String BEGAN = "io.handrail.web.log.began";

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE; // outermost, so that nothing is answered without it
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(BEGAN, System.nanoTime());
  }

  @ResponseFilter
  void end(HttpRequest<?> request, HttpResponse<?> response) {
    if (!LOG.isInfoEnabled()) return;
    String route = BasicHttpAttributes.getUriTemplate(request).orElse("-");
    if (route.startsWith("/assets/") || route.equals("/health")) return;
    long began = request.getAttribute(BEGAN, Long.class).orElseGet(System::nanoTime);
    long millis = (System.nanoTime() - began) / 1_000_000;
    LOG.info("{} {} {} {} ms", request.getMethod(), route, response.code(), millis);
  }
}
