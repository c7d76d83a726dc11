package io.handrail.care.clinic;

import io.handrail.care.Shelves;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** How a clinic comes to be, and how its people come in. It sees no health data. */
public final class StaffDesk {
  public static final Duration INVITATION_LASTS = Duration.ofDays(14);

  /** Under this key, beside the codes, stands who founded the house's clinic. */
  private static final String FOUNDER = "founder";

  private static final StaffInvitation NOBODY =
      new StaffInvitation(Optional.empty(), Instant.EPOCH, Optional.empty());

  private final Shelves shelves;
  private final RandomGenerator random;

  /**
   * @param random a cryptographically strong source, for codes and ids
   */
  public StaffDesk(Shelves shelves, RandomGenerator random) {
    this.shelves = shelves;
    this.random = random;
  }

  /**
   * A clinic to be.
   *
   * @param region ISO 3166 code of the region whose crisis numbers apply
   */
  public record Plan(String name, ZoneId zone, String region) {}

  /**
   * Someone to work here.
   *
   * @param title as clients read it, for example {@code CBT therapist}
   */
  public record Hire(String name, String title, String email, Set<Role> roles) {
    public Hire {
      roles = Set.copyOf(roles);
    }
  }

  /**
   * An invitation as it is shown, this once.
   *
   * @param code kept nowhere
   */
  public record Invited(Staff staff, InvitationCode code, Instant expiresAt) {}

  /** A code to found the clinic with; empty when there is one. */
  public Optional<InvitationCode> founding(Instant at) {
    if (founded()) return Optional.empty();
    return Optional.of(
        kept(new StaffInvitation(Optional.empty(), at.plus(INVITATION_LASTS), Optional.empty())));
  }

  private boolean founded() {
    return shelves
        .staffInvitations()
        .get(FOUNDER)
        .flatMap(StaffInvitation::staff)
        .flatMap(founder -> shelves.clinics().get(founder.clinic()))
        .isPresent();
  }

  /** The open invitation of a code. */
  public Optional<StaffInvitation> open(InvitationCode code, Instant now) {
    return shelves
        .staffInvitations()
        .get(code.key())
        .filter(invitation -> invitation.openAt(now))
        .filter(invitation -> invitation.staff().isPresent() || !founded());
  }

  /** An id for the founder of a clinic to be: it says nothing and cannot be guessed. */
  public StaffId founder() {
    return new StaffId(new ClinicId(fresh("k")), fresh("s"));
  }

  /**
   * Founds the clinic. The founder's account must have been made before: it reaches nothing until
   * the clinic is there, so a crash in between leaves no way in and the code still works.
   *
   * @return false when another was first; nothing was changed
   */
  public boolean found(InvitationCode code, StaffId founder, Plan plan, Hire who, Instant at) {
    if (open(code, at).filter(invitation -> invitation.staff().isEmpty()).isEmpty()) return false;
    var mine = new StaffInvitation(Optional.of(founder), at, Optional.of(at));
    StaffInvitation stands =
        shelves.staffInvitations().change(FOUNDER, NOBODY, before -> lost(before) ? mine : before);
    if (!stands.equals(mine)) return false;
    shelves.staff().insert(founder, member(founder, who));
    shelves
        .clinics()
        .insert(
            founder.clinic(),
            new Clinic(
                founder.clinic(),
                plan.name(),
                plan.zone(),
                plan.region(),
                List.of(founder),
                List.of(),
                false));
    shelves.staffInvitations().change(code.key(), invitation -> invitation.accepted(at));
    return true;
  }

  /** A founder whose clinic never came to be stands in nobody's way. */
  private boolean lost(StaffInvitation before) {
    return before.staff().flatMap(s -> shelves.clinics().get(s.clinic())).isEmpty();
  }

  /** Takes somebody on: they are in the list of staff at once, and come in by their code. */
  public Invited invite(ClinicId clinic, Hire who, Instant at) {
    var id = new StaffId(clinic, fresh("s"));
    Staff member = member(id, who);
    shelves.staff().insert(id, member);
    shelves.clinics().change(clinic, c -> c.withStaff(id));
    Instant expires = at.plus(INVITATION_LASTS);
    return new Invited(
        member, kept(new StaffInvitation(Optional.of(id), expires, Optional.empty())), expires);
  }

  /**
   * Claims a colleague's invitation, once.
   *
   * @return false when it was used, is out of date or was never there
   */
  public boolean join(InvitationCode code, Instant at) {
    if (open(code, at).isEmpty()) return false;
    var mine = new boolean[1];
    shelves
        .staffInvitations()
        .change(
            code.key(),
            invitation -> {
              mine[0] = invitation.openAt(at);
              return mine[0] ? invitation.accepted(at) : invitation;
            });
    return mine[0];
  }

  private InvitationCode kept(StaffInvitation invitation) {
    while (true) {
      InvitationCode code = InvitationCode.make(random);
      if (shelves.staffInvitations().insert(code.key(), invitation)) return code;
    }
  }

  private static Staff member(StaffId id, Hire who) {
    return new Staff(id, who.name(), who.title(), who.email(), who.roles(), List.of());
  }

  private String fresh(String letter) {
    byte[] bytes = new byte[8];
    random.nextBytes(bytes);
    return letter + HexFormat.of().formatHex(bytes);
  }
}
