package io.handrail.care.protocol;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a new run is told when it begins.
 *
 * @param fields what earlier runs of the same protocol taught
 * @param permitted names of the protocols that may be started next; empty when nobody said
 */
public record Carry(Map<String, Value> fields, Optional<Set<String>> permitted) {
  public static final Carry NOTHING = new Carry(Map.of(), Optional.empty());

  public Carry {
    fields = Map.copyOf(fields);
    permitted = permitted.map(Set::copyOf);
  }

  /** Takes from a past run the fields that the file marks to keep. */
  public static Carry from(Protocol protocol, Run past) {
    var kept = new HashMap<String, Value>();
    if (past.protocol().name().equals(protocol.ref().name())) {
      past.fields()
          .forEach((name, value) -> {
            Field field = protocol.fields().get(name);
            if (field != null && field.traits().keep() && Fit.fits(field, value)) {
              kept.put(name, value);
            }
          });
    }
    return new Carry(kept, Optional.empty());
  }

  /** The same, offering only these protocols to go on with. */
  public Carry permitting(Set<String> protocols) {
    return new Carry(fields, Optional.of(protocols));
  }
}
