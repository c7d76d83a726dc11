package io.handrail.web.session;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.PassphraseHelp;
import io.handrail.care.access.SignInName;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.InvitationCode;
import io.handrail.care.clinic.StaffId;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * Codes for forgotten passphrases. Who may make one for whom is for the pages to say; here a code
 * is made, looked at and spent.
 */
@Singleton
public class ForgottenPassphrases {
  private final Shelves shelves;
  private final Accounts accounts;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public ForgottenPassphrases(Shelves shelves, Accounts accounts, Clock clock) {
    this.shelves = shelves;
    this.accounts = accounts;
    this.clock = clock;
  }

  /**
   * A code as it is shown, this once.
   *
   * @param name the sign-in name that it goes with
   */
  public record Made(String name, String code, Instant expiresAt) {}

  /**
   * How the help for an account stands.
   *
   * @param openUntil of a code that was made and not used
   * @param lastSet when a passphrase was last set with a code, and who had made that
   */
  public record Standing(
      String name, Optional<Instant> openUntil, Optional<PassphraseHelp.Helped> lastSet) {}

  public Optional<Standing> standing(ClientId client) {
    return shelves.clientSignIns().get(client).map(this::standing);
  }

  private Standing standing(SignInName name) {
    Instant now = clock.instant();
    PassphraseHelp help = help(name.name());
    return new Standing(
        name.name(),
        help.code().filter(c -> c.openAt(now)).map(PassphraseHelp.Code::expiresAt),
        help.lastSet());
  }

  private PassphraseHelp help(String name) {
    return shelves.passphraseHelp().get(name).orElse(PassphraseHelp.NONE);
  }

  /** Empty while the client has not made a sign-in of their own. */
  public Optional<Made> make(ClientId client, StaffId by) {
    return shelves.clientSignIns().get(client).map(name -> make(name.name(), by));
  }

  /** Empty while the colleague has not joined. */
  public Optional<Made> make(StaffId colleague, StaffId by) {
    return shelves.staffSignIns().get(colleague).map(name -> make(name.name(), by));
  }

  private Made make(String name, StaffId by) {
    InvitationCode code = InvitationCode.make(random);
    Instant now = clock.instant();
    shelves
        .passphraseHelp()
        .change(name, PassphraseHelp.NONE, help -> help.made(code.key(), by, now));
    return new Made(name, code.shown(), now.plus(PassphraseHelp.CODE_LASTS));
  }

  public boolean codeForbidden(StaffId colleague, StaffId by) {
    return shelves
        .staffSignIns()
        .get(colleague)
        .filter(name -> help(name.name()).codeForbidden(by, clock.instant()))
        .isPresent();
  }

  public boolean secondStepForbidden(String name, StaffId by) {
    return help(name).secondStepForbidden(by, clock.instant());
  }

  public void secondStepTaken(String name, StaffId by) {
    Instant now = clock.instant();
    shelves
        .passphraseHelp()
        .change(name, PassphraseHelp.NONE, help -> help.secondStepTaken(by, now));
  }

  /** The account, when the code is right and open now. A wrong one is counted. */
  Optional<Account> account(String typedName, String typedCode) {
    String name = Accounts.key(typedName);
    Optional<PassphraseHelp> help = shelves.passphraseHelp().get(name);
    if (help.isEmpty()) return Optional.empty();
    Instant now = clock.instant();
    Optional<InvitationCode> code = InvitationCode.read(typedCode);
    if (code.filter(c -> help.get().opens(c.key(), now)).isEmpty()) {
      shelves.passphraseHelp().change(name, before -> before.refused(now));
      return Optional.empty();
    }
    return shelves.accounts().get(name).filter(Account::enabled);
  }

  /**
   * Sets the passphrase and spends the code, once: of several at the same time one is the first. A
   * weak one spends nothing.
   */
  Accounts.Kept set(Account account, String typedCode, String next) {
    return accounts.setPassword(
        account.name(),
        next,
        () -> InvitationCode.read(typedCode).filter(code -> spend(account, code)).isPresent());
  }

  private boolean spend(Account account, InvitationCode code) {
    Instant now = clock.instant();
    var mine = new boolean[1];
    shelves
        .passphraseHelp()
        .change(
            account.name(),
            help -> {
              mine[0] = help.opens(code.key(), now);
              return mine[0] ? help.used(now) : help.refused(now);
            });
    return mine[0];
  }
}
