package io.handrail.care.clinic;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One clinic.
 *
 * @param region ISO 3166 code of the region whose crisis numbers apply, for example {@code GB} or
 *     {@code US}
 * @param staff everyone who works here
 * @param clients everyone enrolled here, in order of enrolment
 * @param synthetic true for seeded demonstration clinics; every page says so
 * @param alerts who is told of flags beyond the client's own clinician; empty while nobody said
 */
public record Clinic(
    ClinicId id,
    String name,
    ZoneId zone,
    String region,
    List<StaffId> staff,
    List<ClientId> clients,
    boolean synthetic,
    Optional<Rota> alerts) {
  public Clinic {
    staff = List.copyOf(staff);
    clients = List.copyOf(clients);
  }

  /** A clinic that has not said yet who is on call. */
  public Clinic(
      ClinicId id,
      String name,
      ZoneId zone,
      String region,
      List<StaffId> staff,
      List<ClientId> clients,
      boolean synthetic) {
    this(id, name, zone, region, staff, clients, synthetic, Optional.empty());
  }

  public Rota rota() {
    return alerts.orElse(Rota.NOBODY);
  }

  public Clinic withClient(ClientId client) {
    if (clients.contains(client)) return this;
    var all = new java.util.ArrayList<>(clients);
    all.add(client);
    return new Clinic(id, name, zone, region, staff, all, synthetic, alerts);
  }

  public Clinic withStaff(StaffId member) {
    if (staff.contains(member)) return this;
    var all = new java.util.ArrayList<>(staff);
    all.add(member);
    return new Clinic(id, name, zone, region, all, clients, synthetic, alerts);
  }

  public Clinic withRota(Rota rota) {
    return rota().equals(rota) && alerts.isPresent()
        ? this
        : new Clinic(id, name, zone, region, staff, clients, synthetic, Optional.of(rota));
  }
}
