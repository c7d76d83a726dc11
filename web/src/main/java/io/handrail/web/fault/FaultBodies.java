package io.handrail.web.fault;

import io.micronaut.context.annotation.Primary;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Stands in for the framework's error bodies, which name exceptions and repeat what was sent. */
@Singleton
@Primary
class FaultBodies implements ErrorResponseProcessor<Object> {
  private final Faults faults;

  FaultBodies(Faults faults) {
    this.faults = faults;
  }

  @Override
  @SuppressWarnings("unchecked")
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    return (MutableHttpResponse<Object>) faults.fill(context.getRequest(), response);
  }
}
