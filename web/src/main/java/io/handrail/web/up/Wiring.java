package io.handrail.web.up;

import io.handrail.care.Shelves;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.web.session.SessionKeys;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;

/** What both services are given beside the settings, the clock and the shelves. */
@Factory
class Wiring {
  /**
   * The keys, read when the service starts, so that a bad one stops it there and then.
   *
   * @param secret {@code HANDRAIL_JWT_SECRET}; without it the key is kept in the data folder
   */
  @Context
  SessionKeys sessionKeys(
      @Nullable @Property(name = "handrail.jwt.secret") String secret, Settings settings)
      throws IOException {
    try {
      return secret == null
          ? SessionKeys.kept(settings.keys().resolve("session.key"))
          : SessionKeys.of(secret);
    } catch (IllegalArgumentException e) {
      throw new CannotStart(
          secret == null
              ? "The file keys/session.key in the data folder is damaged. Delete it; everyone then"
                  + " signs in anew."
              : "Each secret in HANDRAIL_JWT_SECRET must be at least 32 characters long.");
    }
  }

  @Singleton
  AuditTrail auditTrail(Shelves shelves, Clock clock) {
    return new AuditTrail(shelves, clock);
  }
}
