package io.handrail.web.session;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.access.SignInName;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The ways to sign in: made, checked, changed, closed. */
@Singleton
public class Accounts {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,80}");
  private static final int TYPED_MAX = 1000;
  private final Shelves shelves;
  private final Passwords passwords;
  private final Clock clock;
  private final Recent<String, Optional<Account>> recent;

  public Accounts(Shelves shelves, Passwords passwords, Clock clock) {
    this.shelves = shelves;
    this.passwords = passwords;
    this.clock = clock;
    this.recent = new Recent<>(Duration.ofSeconds(1), 10_000);
  }

  /** What became of a wish to create an account or change its password. */
  public sealed interface Kept {
    record Done(Account account) implements Kept {}

    record Weak(PasswordRule.Weakness weakness) implements Kept {}

    /** Somebody has this name. */
    record NameTaken() implements Kept {}

    /** A name is 3 to 80 letters, digits and {@code . _ @ + -}. */
    record NameUnfit() implements Kept {}

    /** The password in use was not given, or there is no such account. */
    record WrongPassword() implements Kept {}
  }

  public Kept create(String name, String password, Actor actor) {
    String key = key(name);
    if (!NAME.matcher(key).matches()) return new Kept.NameUnfit();
    var weakness = PasswordRule.weakness(password, key);
    if (weakness.isPresent()) return new Kept.Weak(weakness.get());
    var account = new Account(key, passwords.hash(password), actor, true, 0, clock.instant());
    if (!shelves.accounts().insert(key, account)) return new Kept.NameTaken();
    indexed(account);
    recent.forget(key);
    return new Kept.Done(account);
  }

  /** Lets the account be found from the person. */
  void indexed(Account account) {
    var name = new SignInName(account.name());
    switch (account.actor()) {
      case StaffActor staff -> put(shelves.staffSignIns(), staff.id(), name);
      case ClientActor client -> put(shelves.clientSignIns(), client.id(), name);
    }
  }

  private static <K> void put(Shelf<K, SignInName> shelf, K key, SignInName name) {
    if (shelf.get(key).filter(name::equals).isPresent() || shelf.insert(key, name)) return;
    shelf.change(key, now -> now.equals(name) ? now : name);
  }

  /**
   * The account, when the password is right and the account is open. Costs the same when there is
   * no such name. Does not count attempts: pages sign people in through {@code POST /sign-in}.
   */
  public Optional<Account> verify(String name, String password) {
    if (password.length() > TYPED_MAX || name.length() > TYPED_MAX) return Optional.empty();
    String key = key(name);
    Optional<Account> known =
        NAME.matcher(key).matches() ? shelves.accounts().get(key) : Optional.empty();
    if (known.isEmpty()) {
      passwords.pretend(password);
      return Optional.empty();
    }
    Account account = known.get();
    if (!passwords.matches(password, account.passwordHash()) || !account.enabled()) {
      return Optional.empty();
    }
    return Optional.of(
        passwords.isOld(account.passwordHash()) ? rehashed(account, password) : account);
  }

  private Account rehashed(Account account, String password) {
    String hash = passwords.hash(password);
    return change(
        account.name(),
        now ->
            now.passwordHash().equals(account.passwordHash())
                ? with(now, hash, now.enabled(), now.generation())
                : now);
  }

  /** Changes the password and ends every session that was made with the old one. */
  public Kept changePassword(String name, String old, String next) {
    Optional<Account> known = verify(name, old);
    if (known.isEmpty()) return new Kept.WrongPassword();
    return setPassword(name, next);
  }

  /** As {@link #changePassword} for someone who has shown in another way that they may. */
  public Kept setPassword(String name, String next) {
    return setPassword(name, next, () -> true);
  }

  /**
   * As above.
   *
   * @param still asked last of all, when nothing else can fail any more: whether they still may
   */
  Kept setPassword(String name, String next, BooleanSupplier still) {
    String key = key(name);
    var weakness = PasswordRule.weakness(next, key);
    if (weakness.isPresent()) return new Kept.Weak(weakness.get());
    if (shelves.accounts().get(key).isEmpty()) return new Kept.WrongPassword();
    String hash = passwords.hash(next);
    if (!still.getAsBoolean()) return new Kept.WrongPassword();
    return new Kept.Done(change(key, now -> with(now, hash, now.enabled(), now.generation() + 1)));
  }

  /** Closes or opens the account; closing ends every session within a second. */
  public Account setEnabled(String name, boolean enabled) {
    return change(key(name), now -> with(now, now.passwordHash(), enabled, now.generation() + 1));
  }

  /** Signs the account out on every device. */
  public Account endEverySession(String name) {
    return change(
        key(name), now -> with(now, now.passwordHash(), now.enabled(), now.generation() + 1));
  }

  private Account change(String key, UnaryOperator<Account> step) {
    Account changed = shelves.accounts().change(key, step);
    recent.forget(key);
    return changed;
  }

  private static Account with(Account a, String hash, boolean enabled, int generation) {
    return new Account(a.name(), hash, a.actor(), enabled, generation, a.since());
  }

  /** As it was within the last second. */
  Optional<Account> recently(String name) {
    return recent.get(name, key -> shelves.accounts().get(key));
  }

  /** Null when it would have to be read. */
  Optional<Account> atHand(String name) {
    return recent.atHand(name);
  }

  /** The form a sign-in name is kept under. */
  public static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
