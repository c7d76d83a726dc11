package io.handrail.web.fault;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/**
 * Gives a controller's bare refusal, for example {@code HttpResponse.notFound()}, the same body as
 * every other fault, so that nobody meets an empty page and a refusal looks like a missing page.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class EmptyAnswers implements Ordered {
  private final Faults faults;

  EmptyAnswers(Faults faults) {
    this.faults = faults;
  }

  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE; // nearest to the controller: what is filled here is an answer
  }

  @ResponseFilter
  void fill(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean bare = response.code() >= 400 && response.getBody().isEmpty();
    if (bare && request.getMethod() != HttpMethod.HEAD) faults.fill(request, response);
  }
}
