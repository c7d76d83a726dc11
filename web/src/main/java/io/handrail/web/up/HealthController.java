package io.handrail.web.up;

import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.stream.Collectors;

/** Whether this service can do its work: it answers, and its store does. No details for anyone. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class HealthController {
  private static final long FRESH_NANOS = 1_000_000_000L;
  private final Shelves shelves;
  private final List<Attention> attentions;
  private volatile long askedAt = System.nanoTime() - 2 * FRESH_NANOS;
  private volatile boolean up;

  HealthController(Shelves shelves, List<Attention> attentions) {
    this.shelves = shelves;
    this.attentions = attentions;
  }

  @Get("/health")
  @Produces(MediaType.ALL)
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<String> health() {
    boolean well = up();
    return HttpResponse.status(well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .body("{\"status\":\"" + (well ? "up" : "down") + "\"" + attention() + "}")
        .contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private String attention() {
    String wanted =
        attentions.stream()
            .flatMap(one -> one.wanted().stream())
            .map(word -> "\"" + word + "\"")
            .collect(Collectors.joining(","));
    return wanted.isEmpty() ? "" : ",\"attention\":[" + wanted + "]";
  }

  /** Asked of the store once a second at most, so that asking is no way to tire it. */
  private boolean up() {
    if (System.nanoTime() - askedAt < FRESH_NANOS) return up;
    try {
      shelves.sessions().get("health");
      up = true;
    } catch (StoreFault e) {
      up = false;
    }
    askedAt = System.nanoTime();
    return up;
  }
}
