package io.handrail.portal.audit;

import io.handrail.care.record.audit.AuditArea;
import io.handrail.care.record.audit.AuditEntry;
import java.util.Arrays;
import java.util.Optional;

/**
 * What of a trail is looked for.
 *
 * @param person id of a member of staff who did it or whom it was about; empty for everyone
 * @param client id of a client; empty for everyone
 */
record AuditSearch(Optional<AuditArea> area, String person, String client) {

  static AuditSearch of(String area, String person, String client) {
    return new AuditSearch(
        Arrays.stream(AuditArea.values()).filter(a -> a.name().equals(area)).findFirst(),
        person == null ? "" : person.strip(),
        client == null ? "" : client.strip());
  }

  boolean finds(AuditEntry entry) {
    var deed = entry.deed();
    boolean ofArea = area.isEmpty() || deed.kind().area() == area.get();
    boolean ofPerson =
        person.isEmpty()
            || deed.by().filter(id -> id.value().equals(person)).isPresent()
            || deed.colleague().filter(id -> id.value().equals(person)).isPresent();
    boolean ofClient =
        client.isEmpty() || deed.client().filter(id -> id.value().equals(client)).isPresent();
    return ofArea && ofPerson && ofClient;
  }
}
