package io.handrail.care.protocol;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a new run is told when it begins.
 *
 * @param fields what earlier runs of the same protocol taught
 * @param told what the exercise before it said, for fields that need not be asked then
 * @param permitted names of the protocols that may be started next; empty when nobody said
 * @param today the date on the client's own clock; empty when nobody said
 * @param documents what stands in the client's own documents, by a part of {@link Documents#PARTS}
 */
public record Carry(
    Map<String, Value> fields,
    Map<String, Value> told,
    Optional<Set<String>> permitted,
    Optional<LocalDate> today,
    Map<String, List<String>> documents,
    Surroundings surroundings) {
  public static final Carry NOTHING =
      new Carry(
          Map.of(), Map.of(), Optional.empty(), Optional.empty(), Map.of(), Surroundings.NOTHING);

  public Carry {
    fields = Map.copyOf(fields);
    told = Map.copyOf(told);
    permitted = permitted.map(Set::copyOf);
    documents = Map.copyOf(documents);
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
    return new Carry(
        kept, Map.of(), Optional.empty(), Optional.empty(), Map.of(), Surroundings.NOTHING);
  }

  /** The same, offering only these protocols to go on with. */
  public Carry permitting(Set<String> protocols) {
    return new Carry(fields, told, Optional.of(protocols), today, documents, surroundings);
  }

  /** The same, begun on this day. */
  public Carry on(LocalDate day) {
    return new Carry(fields, told, permitted, Optional.of(day), documents, surroundings);
  }

  /** The same, knowing what stands in the client's documents. */
  public Carry knowing(Map<String, List<String>> parts) {
    return new Carry(fields, told, permitted, today, parts, surroundings);
  }

  /** The same, knowing what another exercise handed over. */
  public Carry telling(Map<String, Value> told) {
    return new Carry(fields, told, permitted, today, documents, surroundings);
  }

  /** The same, on this day and with these decisions. */
  public Carry amid(Surroundings surroundings) {
    return new Carry(fields, told, permitted, today, documents, surroundings);
  }
}
