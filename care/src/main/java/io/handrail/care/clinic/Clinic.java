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
 * @param clients the first enrolled here, in order of enrolment; {@link Roll} knows them all
 * @param synthetic true for seeded demonstration clinics; every page says so
 * @param alerts who is told of flags beyond the client's own clinician; empty while nobody said
 * @param rollPages how many pages the roll has; empty while {@code clients} is all of it
 * @param wordsBriefs true where a model may word the briefs of clients who agreed; empty while
 *     nobody said, which is no
 */
public record Clinic(
    ClinicId id,
    String name,
    ZoneId zone,
    String region,
    List<StaffId> staff,
    List<ClientId> clients,
    boolean synthetic,
    Optional<Rota> alerts,
    Optional<Integer> rollPages,
    Optional<Boolean> wordsBriefs) {
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
    this(
        id,
        name,
        zone,
        region,
        staff,
        clients,
        synthetic,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public Rota rota() {
    return alerts.orElse(Rota.NOBODY);
  }

  /**
   * The same instance where the client is on the first page already, or that page was full once:
   * what an erasure left empty there is not filled again.
   */
  Clinic withClient(ClientId client) {
    boolean full = clients.size() >= RollPage.MOST || rollPages.orElse(1) > 1;
    if (clients.contains(client) || full) return this;
    var all = new java.util.ArrayList<>(clients);
    all.add(client);
    return new Clinic(
        id, name, zone, region, staff, all, synthetic, alerts, rollPages, wordsBriefs);
  }

  /** Without a client who was erased. */
  Clinic withoutClient(ClientId client) {
    if (!clients.contains(client)) return this;
    var left = clients.stream().filter(c -> !c.equals(client)).toList();
    return new Clinic(
        id, name, zone, region, staff, left, synthetic, alerts, rollPages, wordsBriefs);
  }

  public Clinic withStaff(StaffId member) {
    if (staff.contains(member)) return this;
    var all = new java.util.ArrayList<>(staff);
    all.add(member);
    return new Clinic(
        id, name, zone, region, all, clients, synthetic, alerts, rollPages, wordsBriefs);
  }

  public Clinic withRota(Rota rota) {
    return rota().equals(rota) && alerts.isPresent()
        ? this
        : new Clinic(
            id,
            name,
            zone,
            region,
            staff,
            clients,
            synthetic,
            Optional.of(rota),
            rollPages,
            wordsBriefs);
  }

  /** True where a model may word briefs at all. */
  public boolean mayWordBriefs() {
    return wordsBriefs.orElse(false);
  }

  public Clinic wordingBriefs(boolean may) {
    return mayWordBriefs() == may
        ? this
        : new Clinic(
            id, name, zone, region, staff, clients, synthetic, alerts, rollPages, Optional.of(may));
  }

  Clinic withRollPages(int pages) {
    return rollPages.orElse(1) >= pages
        ? this
        : new Clinic(
            id,
            name,
            zone,
            region,
            staff,
            clients,
            synthetic,
            alerts,
            Optional.of(pages),
            wordsBriefs);
  }
}
