package io.handrail.portal;

import io.handrail.care.Shelves;
import io.handrail.care.alert.AlertLease;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Trouble;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.care.review.RiskDesk;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What keeps alerts from reaching people in a clinic, each with its mend. */
@Singleton
public class AlertWarnings {
  private final Shelves shelves;
  private final RiskDesk desk;

  AlertWarnings(Shelves shelves, RiskDesk desk) {
    this.shelves = shelves;
    this.desk = desk;
  }

  /** Which channels are set up, as the delivering node last said. */
  public Set<Channel> ways() {
    return Set.copyOf(lease().ways());
  }

  private AlertLease lease() {
    return shelves.alertLeases().get(AlertLease.KEY).orElse(AlertLease.NOBODY);
  }

  /** Whole sentences, the gravest first; empty when nothing is in the way. */
  public List<String> of(ClinicId id, Frame frame) {
    return of(id, desk.deliveries(desk.open(id)).values(), frame);
  }

  /**
   * As {@link #of(ClinicId, Frame)}.
   *
   * @param carried how the open flags of the clinic are carried
   */
  public List<String> of(ClinicId id, Collection<Delivery> carried, Frame frame) {
    Clinic clinic = shelves.clinics().get(id).orElseThrow();
    AlertLease lease = lease();
    var said = new ArrayList<String>();
    silent(lease, frame).ifPresent(said::add);
    lease.remark().map(remark -> remark + ".").ifPresent(said::add);
    boolean leaves = lease.ways().stream().anyMatch(Channel::outward);
    if (!leaves) {
      said.add(
          "Nobody is told outside this portal: neither e-mail nor a webhook is set up. Whoever runs"
              + " the service sets HANDRAIL_SMTP_URL or HANDRAIL_ALERT_WEBHOOK_URL.");
    }
    Rota rota = clinic.rota();
    if (rota.onCall().isEmpty()) {
      said.add(
          "Nobody is on call: a flag that its clinician does not answer goes to nobody else in the"
              + " end. An administrator names people on the clinic page.");
    }
    if (leaves && !lease.ways().contains(Channel.WEBHOOK)) noAddress(clinic, said);
    int failing = failing(carried);
    if (failing > 0) {
      said.add(
          Spoken.counted(failing, "alert is", "alerts are")
              + " not getting through: "
              + Trouble.FAILING.sentence()
              + ".");
    }
    return List.copyOf(said);
  }

  private static java.util.Optional<String> silent(AlertLease lease, Frame frame) {
    if (!lease.silent(frame.now())) return java.util.Optional.empty();
    String since =
        lease.seenAt().equals(Instant.EPOCH)
            ? "has never been heard of"
            : "has not been heard of since " + frame.said(lease.seenAt());
    return java.util.Optional.of(
        "Alerts are not going out: the service that sends them " + since + ". Start it.");
  }

  private void noAddress(Clinic clinic, List<String> said) {
    String names =
        shelves.staff().get(clinic.staff()).values().stream()
            .filter(member -> member.roles().contains(Role.CLINICIAN))
            .filter(member -> member.email().isBlank())
            .map(Staff::name)
            .collect(Collectors.joining(", "));
    if (names.isEmpty()) return;
    said.add("No e-mail address is on record for " + names + ": alerts pass them over.");
  }

  private static int failing(Collection<Delivery> carried) {
    return (int) carried.stream().filter(d -> d.troubles().contains(Trouble.FAILING)).count();
  }
}
