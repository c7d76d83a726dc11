package io.handrail.portal.clinic;

import io.micronaut.context.annotation.Property;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;

/** Where an invited colleague goes. */
@Singleton
class PortalAddress {
  private final String outside;

  /**
   * @param outside {@code HANDRAIL_PORTAL_URL}, as staff reach the portal; without it, as the
   *     administrator who invites reached it
   */
  PortalAddress(@Nullable @Property(name = "handrail.portal.url") String outside) {
    this.outside = outside == null ? "" : outside.strip().replaceAll("/+$", "");
  }

  String of(HttpRequest<?> request) {
    if (!outside.isEmpty()) return outside;
    String host = request.getHeaders().get("Host", String.class, "localhost");
    return (request.isSecure() ? "https://" : "http://") + host;
  }
}
