package io.handrail.care.clinic;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A person in care.
 *
 * @param name what the client is called on the screen
 * @param language BCP 47 tag of the language the client works in, {@code en} or {@code es}
 * @param clinician who is responsible now; empty means nobody may read the log
 * @param since when the clinician was assigned
 * @param invitation under which key the last invitation is kept; an earlier one no longer counts
 * @param cover who stands in for the clinician, now or soon
 */
public record Client(
    ClientId id,
    String name,
    ZoneId zone,
    String language,
    Enrolment enrolment,
    Instant enrolledAt,
    Optional<StaffId> clinician,
    Optional<Instant> since,
    boolean synthetic,
    Optional<String> invitation,
    Optional<Cover> cover) {

  /** A client whose clinician is there. */
  public Client(
      ClientId id,
      String name,
      ZoneId zone,
      String language,
      Enrolment enrolment,
      Instant enrolledAt,
      Optional<StaffId> clinician,
      Optional<Instant> since,
      boolean synthetic,
      Optional<String> invitation) {
    this(
        id,
        name,
        zone,
        language,
        enrolment,
        enrolledAt,
        clinician,
        since,
        synthetic,
        invitation,
        Optional.empty());
  }

  /** A client who was not invited by a code. */
  public Client(
      ClientId id,
      String name,
      ZoneId zone,
      String language,
      Enrolment enrolment,
      Instant enrolledAt,
      Optional<StaffId> clinician,
      Optional<Instant> since,
      boolean synthetic) {
    this(
        id,
        name,
        zone,
        language,
        enrolment,
        enrolledAt,
        clinician,
        since,
        synthetic,
        Optional.empty());
  }

  /** Where a client is between the invitation and the end of care. */
  public enum Enrolment {
    INVITED,
    ACTIVE,
    DISCHARGED
  }

  public Client assignedTo(StaffId clinician, Instant at) {
    return with(
        language, enrolment, Optional.of(clinician), Optional.of(at), invitation, Optional.empty());
  }

  public Client active() {
    return with(language, Enrolment.ACTIVE, clinician, since, invitation, cover);
  }

  public Client invitedBy(String key) {
    return with(language, enrolment, clinician, since, Optional.of(key), cover);
  }

  /** The same with somebody standing in, or with nobody any more. */
  public Client coveredBy(Optional<Cover> cover) {
    return with(language, enrolment, clinician, since, invitation, cover);
  }

  public Client speaking(String language) {
    return with(language, enrolment, clinician, since, invitation, cover);
  }

  /** What may change of a client; the rest never does. */
  private Client with(
      String language,
      Enrolment enrolment,
      Optional<StaffId> clinician,
      Optional<Instant> since,
      Optional<String> invitation,
      Optional<Cover> cover) {
    return new Client(
        id,
        name,
        zone,
        language,
        enrolment,
        enrolledAt,
        clinician,
        since,
        synthetic,
        invitation,
        cover);
  }

  /** Who stands in at this moment. */
  public Optional<StaffId> coveredAt(Instant now) {
    return cover.filter(c -> c.runsAt(now)).map(Cover::to);
  }

  /** True while the invitation of this key is the one to come in by. */
  public boolean mayJoinBy(String key) {
    return enrolment == Enrolment.INVITED && invitation.filter(last -> !last.equals(key)).isEmpty();
  }
}
