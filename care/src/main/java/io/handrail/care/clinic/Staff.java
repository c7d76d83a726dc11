package io.handrail.care.clinic;

import java.util.List;
import java.util.Set;

/**
 * A member of staff.
 *
 * @param title as the client reads it, for example {@code CBT therapist}
 * @param caseload the clients this person may be assigned; {@link Client#clinician()} decides, this
 *     list finds them without a scan, and their flags too, so that nobody may be missing there
 */
public record Staff(
    StaffId id, String name, String title, String email, Set<Role> roles, List<ClientId> caseload) {
  public Staff {
    roles = Set.copyOf(roles);
    caseload = List.copyOf(caseload);
  }

  public Staff withCase(ClientId client) {
    if (caseload.contains(client)) return this;
    var all = new java.util.ArrayList<>(caseload);
    all.add(client);
    return new Staff(id, name, title, email, roles, all);
  }

  public Staff withoutCase(ClientId client) {
    if (!caseload.contains(client)) return this;
    return new Staff(
        id, name, title, email, roles, caseload.stream().filter(c -> !c.equals(client)).toList());
  }
}
