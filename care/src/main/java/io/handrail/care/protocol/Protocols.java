package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The protocols that are there. Conversations under way keep the version they began with. */
public interface Protocols {

  /** The active version of this name. */
  Optional<Protocol> active(String name);

  /** This very version, active or retired. */
  Optional<Protocol> at(ProtocolRef ref);

  /** All active protocols, by name. */
  List<Protocol> active();

  /** What can speak against an exercise: the name that files use to the clinician's words. */
  default Map<String, String> contraindications() {
    return Map.of();
  }
}
