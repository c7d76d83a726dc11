package io.handrail.web.session;

import io.handrail.care.access.Actor.StaffActor;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import java.util.Optional;

/** Who made a request, for what looks on from beside a page. From the session alone, as always. */
public final class Present {
  private Present() {}

  public static Optional<StaffActor> staff(HttpRequest<?> request) {
    return request
        .getUserPrincipal(Authentication.class)
        .filter(SignedIn.class::isInstance)
        .map(who -> ((SignedIn) who).actor())
        .filter(StaffActor.class::isInstance)
        .map(StaffActor.class::cast);
  }
}
