package io.handrail.care.live;

import java.time.Instant;
import java.util.Optional;

/**
 * A node's word that it is making something, so that no other does. It ends by itself, for a node
 * may be gone.
 *
 * @param id a name that only this attempt has
 */
public record Claim(String id, Instant until) {

  /** True where nobody is making it now. */
  public static boolean free(Optional<Claim> claim, Instant now) {
    return claim.filter(c -> c.until().isAfter(now)).isEmpty();
  }
}
