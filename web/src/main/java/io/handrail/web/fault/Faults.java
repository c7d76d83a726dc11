package io.handrail.web.fault;

import io.handrail.web.page.FreemarkerPages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
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

  /**
   * What the fault page shows.
   *
   * @param again where the same can be asked for or sent once more; empty where that is no use
   * @param back the page that the request came from; empty when that is not known
   * @param kept what the form held that was not taken, to be sent again or copied
   */
  record FaultPage(String kind, String again, String back, List<Typed.Field> kept) {}

  public MutableHttpResponse<?> answer(HttpRequest<?> request, HttpStatus status) {
    return fill(request, HttpResponse.status(status));
  }

  /** Puts the body of the fault into an answer whose status is set. */
  MutableHttpResponse<?> fill(HttpRequest<?> request, MutableHttpResponse<?> answer) {
    String kind = kind(answer.code());
    if (wantsPage(request)) {
      try {
        return answer
            .body(pages.text("shared/fault", page(request, kind), request))
            .contentType(MediaType.of("text/html;charset=utf-8"));
      } catch (RuntimeException e) {
        LOG.error("the fault page itself is broken", e); // the word alone must do
      }
    }
    return answer.body(Map.of("fault", kind)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static FaultPage page(HttpRequest<?> request, String kind) {
    boolean passing = kind.equals("unavailable") || kind.equals("broken");
    List<Typed.Field> kept = passing ? Typed.in(request) : List.of();
    boolean again = passing && (request.getMethod() == HttpMethod.GET || !kept.isEmpty());
    URI asked = request.getUri();
    return new FaultPage(kind, again ? own(asked) : "", passing ? back(request) : "", kept);
  }

  /** The page before, when it is one of ours. */
  private static String back(HttpRequest<?> request) {
    String from = request.getHeaders().get(HttpHeaders.REFERER);
    String host = request.getHeaders().get(HttpHeaders.HOST);
    if (from == null || host == null) return "";
    try {
      URI page = URI.create(from);
      return host.equalsIgnoreCase(page.getAuthority()) ? own(page) : "";
    } catch (IllegalArgumentException e) {
      return ""; // no address
    }
  }

  /** Path and question of an address, which never lead elsewhere. */
  private static String own(URI address) {
    String path = address.getRawPath();
    if (path == null || !path.startsWith("/") || path.startsWith("//")) return "";
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
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
