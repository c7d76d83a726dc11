package io.handrail.web.fault;

import io.handrail.care.StoreFault;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Catches, once, what nobody foresaw. The log gets the place and the kind, never the message. */
@Singleton
class Unexpected implements ExceptionHandler<Throwable, MutableHttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(Unexpected.class);
  private final Faults faults;

  Unexpected(Faults faults) {
    this.faults = faults;
  }

  @Override
  public MutableHttpResponse<?> handle(HttpRequest request, Throwable exception) {
    HttpRequest<?> asked = request;
    String route = BasicHttpAttributes.getUriTemplate(asked).orElse("-");
    if (exception instanceof StoreFault fault) {
      LOG.error("store fault {} at {} {}", fault.category(), asked.getMethod(), route);
      return faults.answer(asked, status(fault.category()));
    }
    LOG.error("fault at {} {}", asked.getMethod(), route, exception);
    return faults.answer(asked, HttpStatus.INTERNAL_SERVER_ERROR);
  }

  private static HttpStatus status(StoreFault.Category category) {
    return switch (category) {
      case UNREACHABLE, UNCERTAIN, CONTENDED -> HttpStatus.SERVICE_UNAVAILABLE;
      case UNREADABLE, UNSTORABLE, KEY_GONE, KEY_WRONG, FOLDER -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }
}
