package io.handrail.web.fault;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableByteBody;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/**
 * Keeps at hand what a form holds until the request is answered, so that a page which says that
 * something failed can give it back: nothing that somebody typed is lost. It is never logged.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class Typed implements Ordered {
  private static final String KEPT = "io.handrail.typed";
  private static final long BYTES_MAX = 64 * 1024;
  private static final int FIELDS_MAX = 200;

  /** Forms with these hold secrets, which no page shows again. */
  private static final Set<String> SECRETS = Set.of("password", "code");

  /**
   * A field of a form.
   *
   * @param words true where somebody wrote it, as far as that can be told from it
   */
  record Field(String name, String value, boolean words) {}

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 200; // before anything is asked of the store
  }

  @RequestFilter
  void keep(HttpRequest<?> request) {
    boolean form =
        request.getMethod() == HttpMethod.POST
            && request
                .getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches)
                .isPresent()
            && request.getContentLength() > 0
            && request.getContentLength() <= BYTES_MAX;
    if (!form || !(request instanceof ServerHttpRequest<?> server)) return;
    CloseableByteBody copy = server.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
    request.setAttribute(
        KEPT,
        copy.buffer()
            .thenApply(whole -> {
              try (whole) {
                return whole.toByteArray();
              }
            }));
  }

  /** What the form of this request held; empty where it was none, or held a secret. */
  static List<Field> in(@Nullable HttpRequest<?> request) {
    if (request == null) return List.of();
    Object kept = request.getAttribute(KEPT).orElse(null);
    if (!(kept instanceof CompletableFuture<?> future) || !future.isDone()) return List.of();
    if (future.isCompletedExceptionally() || !(future.join() instanceof byte[] body)) {
      return List.of();
    }
    var fields = new ArrayList<Field>();
    for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
      int is = pair.indexOf('=');
      if (is < 1 || fields.size() == FIELDS_MAX) continue;
      try {
        String name = URLDecoder.decode(pair.substring(0, is), StandardCharsets.UTF_8);
        String value = URLDecoder.decode(pair.substring(is + 1), StandardCharsets.UTF_8);
        if (SECRETS.contains(name)) return List.of();
        fields.add(new Field(name, value, value.strip().matches("(?s).*\\s.*")));
      } catch (IllegalArgumentException e) {
        return List.of(); // no form of ours
      }
    }
    return fields;
  }
}
