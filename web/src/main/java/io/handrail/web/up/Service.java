package io.handrail.web.up;

import io.handrail.care.Shelves;

/**
 * One of the services of the house, found by {@link java.util.ServiceLoader}, so that neither has
 * to know the other.
 */
public interface Service {
  /** {@code chatbot} or {@code portal}: the property {@code handrail.service} of its context. */
  String name();

  /** The port that the settings give it; 0 for any free one. */
  int port(Settings settings);

  /** Starts listening. */
  Running start(Settings settings, Shelves shelves);

  /** A service that answers. */
  interface Running {
    /** Where it answers, for example {@code http://localhost:8080}. */
    String url();

    /** Tells the service's context of {@link HouseOpened}. */
    void opened();

    /** Takes no new requests, lets those under way end, and stops. Waits a bounded time. */
    void stop();
  }
}
