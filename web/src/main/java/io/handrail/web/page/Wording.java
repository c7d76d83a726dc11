package io.handrail.web.page;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Gives a service its own words. */
@Factory
class Wording {
  @Singleton
  Messages messages(@Value("${handrail.service}") String service) {
    return Messages.of(service);
  }
}
