package io.handrail.web.up;

import java.util.Optional;

/** Something that does not stop the service and that somebody must see to. */
@FunctionalInterface
public interface Attention {
  /** A fixed word that names it on the health page; empty while there is nothing. */
  Optional<String> wanted();
}
