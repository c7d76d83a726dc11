package io.handrail.care.clinic;

import java.time.ZoneId;
import java.util.List;

/**
 * One clinic.
 *
 * @param region ISO 3166 code of the region whose crisis numbers apply, for example {@code GB} or
 *     {@code US}
 * @param staff everyone who works here
 * @param clients everyone enrolled here, in order of enrolment
 * @param synthetic true for seeded demonstration clinics; every page says so
 */
public record Clinic(
    ClinicId id,
    String name,
    ZoneId zone,
    String region,
    List<StaffId> staff,
    List<ClientId> clients,
    boolean synthetic) {
  public Clinic {
    staff = List.copyOf(staff);
    clients = List.copyOf(clients);
  }

  public Clinic withClient(ClientId client) {
    if (clients.contains(client)) return this;
    var all = new java.util.ArrayList<>(clients);
    all.add(client);
    return new Clinic(id, name, zone, region, staff, all, synthetic);
  }

  public Clinic withStaff(StaffId member) {
    if (staff.contains(member)) return this;
    var all = new java.util.ArrayList<>(staff);
    all.add(member);
    return new Clinic(id, name, zone, region, all, clients, synthetic);
  }
}
