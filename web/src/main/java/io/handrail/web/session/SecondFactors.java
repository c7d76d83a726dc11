package io.handrail.web.session;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.access.SecondFactor;
import io.handrail.care.access.SignInRule;
import io.handrail.care.clinic.InvitationCode;
import io.handrail.web.page.QrCode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The second thing that staff show when they sign in: a code of an authenticator app, or one of the
 * recovery codes that were shown once. Wrong codes are counted with the account, on whichever node
 * and from whichever address they come: whoever gets this far knows the password.
 */
@Singleton
public class SecondFactors {
  private static final String PRODUCT = "Handrail";
  private static final int RECOVERY_CODES = 8;
  private final Shelves shelves;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public SecondFactors(Shelves shelves, Clock clock) {
    this.shelves = shelves;
    this.clock = clock;
  }

  /** What became of a typed code. */
  public sealed interface Checked {

    /**
     * @param left recovery codes that are left, where one was used; else empty
     */
    record Right(Optional<Integer> left) implements Checked {}

    /** Wrong, used before, or past its time. */
    record Wrong() implements Checked {}

    /** Too many wrong ones; nothing is looked at until then. */
    record Wait(Duration time) implements Checked {}

    /** There is nothing to check against. */
    record NotOn() implements Checked {}
  }

  /** What became of setting it up. */
  public sealed interface Confirmed {

    /**
     * @param recovery codes as they are shown, this once
     */
    record On(List<String> recovery) implements Confirmed {}

    record Wrong() implements Confirmed {}

    record Wait(Duration time) implements Confirmed {}
  }

  /**
   * What an app is shown to set it up.
   *
   * @param typed the secret in groups of four, for an app without a camera
   */
  public record Beginning(QrCode qr, String typed) {}

  /** How an account stands. */
  public record Standing(boolean on, boolean required, Optional<Instant> since, int recoveryLeft) {}

  public Standing standing(String account, StaffActor actor) {
    Optional<SecondFactor> factor = on(account);
    return new Standing(
        factor.isPresent(),
        required(actor),
        factor.map(SecondFactor::since),
        factor.map(f -> f.recovery().size()).orElse(0));
  }

  public boolean on(StaffActor actor) {
    return shelves.staffSignIns().get(actor.id()).flatMap(s -> on(s.name())).isPresent();
  }

  private Optional<SecondFactor> on(String account) {
    return shelves.secondFactors().get(account).filter(SecondFactor::on);
  }

  /** True when a password alone does not let this account in. */
  boolean asks(Account account) {
    return switch (account.actor()) {
      case ClientActor client -> false;
      case StaffActor staff -> required(staff) || on(account.name()).isPresent();
    };
  }

  private boolean required(StaffActor staff) {
    return shelves.signInRules().get(staff.clinic()).orElse(SignInRule.OPEN).secondFactor();
  }

  boolean isOn(String account) {
    return on(account).isPresent();
  }

  /**
   * Begins with a secret that nobody has seen before; empty when it is on already. Whoever looked
   * at the page earlier, and did not finish, has nothing in hand.
   */
  public Optional<Beginning> begin(String account) {
    byte[] fresh = new byte[OneTimeCodes.SECRET_BYTES];
    random.nextBytes(fresh);
    SecondFactor first = SecondFactor.begun(OneTimeCodes.base32(fresh), clock.instant());
    SecondFactor stored = first;
    if (!shelves.secondFactors().insert(account, first)) {
      stored = shelves.secondFactors().change(account, f -> f.on() ? f : f.begunAgain(first));
    }
    return shown(account, stored);
  }

  /** What was begun, once more: after a mistyped code the app must not be set up again. */
  public Optional<Beginning> again(String account) {
    return shelves.secondFactors().get(account).flatMap(f -> shown(account, f));
  }

  private static Optional<Beginning> shown(String account, SecondFactor factor) {
    if (factor.on()) return Optional.empty();
    return Optional.of(
        new Beginning(
            QrCode.of(OneTimeCodes.address(PRODUCT, account, factor.secret())),
            factor.secret().replaceAll("(.{4})(?!$)", "$1 ")));
  }

  /** Turns it on with the app's first right code. */
  public Confirmed confirm(String account, String typed) {
    Optional<SecondFactor> begun = shelves.secondFactors().get(account).filter(f -> !f.on());
    if (begun.isEmpty()) return new Confirmed.Wrong();
    List<InvitationCode> codes = recoveryCodes();
    var result = new Confirmed[1];
    Instant now = clock.instant();
    shelves
        .secondFactors()
        .change(
            account,
            f -> {
              result[0] = new Confirmed.Wrong();
              if (f.on()) return f;
              if (now.isBefore(f.openAt())) {
                result[0] = new Confirmed.Wait(Duration.between(now, f.openAt()));
                return f;
              }
              OptionalLong step = OneTimeCodes.matching(f.secret(), typed, now, f.lastStep());
              if (step.isEmpty()) return f.failed(now);
              result[0] = new Confirmed.On(shown(codes));
              return f.confirmed(step.getAsLong(), hashed(codes), now);
            });
    return result[0];
  }

  /** Looks at a code and spends it. */
  public Checked check(String account, String typed) {
    if (on(account).isEmpty()) return new Checked.NotOn();
    var result = new Checked[1];
    Instant now = clock.instant();
    shelves
        .secondFactors()
        .change(
            account,
            f -> {
              SecondFactor next = checked(f, typed, now);
              result[0] = told(f, next, now);
              return next;
            });
    return result[0];
  }

  private static SecondFactor checked(SecondFactor f, String typed, Instant now) {
    if (now.isBefore(f.openAt())) return f;
    OptionalLong step = OneTimeCodes.matching(f.secret(), typed, now, f.lastStep());
    if (step.isPresent()) return f.taken(step.getAsLong());
    return InvitationCode.read(typed)
        .map(InvitationCode::key)
        .filter(f.recovery()::contains)
        .map(f::without)
        .orElseGet(() -> f.failed(now));
  }

  private static Checked told(SecondFactor before, SecondFactor after, Instant now) {
    if (after == before) return new Checked.Wait(Duration.between(now, before.openAt()));
    if (after.failures() > before.failures()) return new Checked.Wrong();
    boolean recovered = after.recovery().size() < before.recovery().size();
    return new Checked.Right(recovered ? Optional.of(after.recovery().size()) : Optional.empty());
  }

  /** Fresh recovery codes in the place of the old; empty when it is not on. */
  public List<String> renewRecovery(String account) {
    if (on(account).isEmpty()) return List.of();
    List<InvitationCode> codes = recoveryCodes();
    shelves.secondFactors().change(account, f -> f.withRecovery(hashed(codes)));
    return shown(codes);
  }

  /** Takes it away altogether; the account is asked to set it up anew where the clinic wants it. */
  public void remove(String account) {
    shelves.secondFactors().remove(account);
  }

  private List<InvitationCode> recoveryCodes() {
    var codes = new ArrayList<InvitationCode>();
    for (int i = 0; i < RECOVERY_CODES; i++) codes.add(InvitationCode.make(random));
    return codes;
  }

  private static List<String> shown(List<InvitationCode> codes) {
    return codes.stream().map(InvitationCode::shown).toList();
  }

  private static List<String> hashed(List<InvitationCode> codes) {
    return codes.stream().map(InvitationCode::key).toList();
  }
}
