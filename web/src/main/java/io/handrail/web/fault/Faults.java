package io.handrail.web.fault;

import io.handrail.web.page.FreemarkerPages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one form of every fault: a plain page for people, {@code {"fault": ...}} for scripts. */
@Singleton
public class Faults {
  private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
  private final FreemarkerPages<Object> pages;

  Faults(FreemarkerPages<Object> pages) {
    this.pages = pages;
  }

  /** What the fault page shows. */
  record FaultPage(String kind) {}

  public MutableHttpResponse<?> answer(HttpRequest<?> request, HttpStatus status) {
    return fill(request, HttpResponse.status(status));
  }

  /** Puts the body of the fault into an answer whose status is set. */
  MutableHttpResponse<?> fill(HttpRequest<?> request, MutableHttpResponse<?> answer) {
    String kind = kind(answer.code());
    if (wantsPage(request)) {
      try {
        return answer
            .body(pages.text("shared/fault", new FaultPage(kind), request))
            .contentType(MediaType.of("text/html;charset=utf-8"));
      } catch (RuntimeException e) {
        LOG.error("the fault page itself is broken", e); // the word alone must do
      }
    }
    return answer.body(Map.of("fault", kind)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static boolean wantsPage(HttpRequest<?> request) {
    return request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
  }

  /** A few kinds for all statuses, so that a status says no more than it must. */
  private static String kind(int status) {
    return switch (status) {
      case 401 -> "signed-out";
      case 404, 405 -> "not-found";
      case 409 -> "conflict";
      case 413 -> "too-large";
      case 429 -> "too-many";
      case 502, 503, 504 -> "unavailable";
      default -> status >= 500 ? "broken" : "not-understood";
    };
  }
}
