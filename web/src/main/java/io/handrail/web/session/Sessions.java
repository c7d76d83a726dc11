package io.handrail.web.session;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.SessionFamily;
import io.handrail.web.session.AccessTokens.Claims;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Sign-ins on devices. Each is a family of renewal tokens of which one is good at a time. A token
 * begets the same child however often it is shown within the grace, so two tabs that renew at once,
 * or an answer that was lost on the way, end up with one and the same token; shown later, it is
 * taken for stolen and the family ends.
 */
@Singleton
public class Sessions {
  static final Duration GRACE = Duration.ofSeconds(20);
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
  private final Shelves shelves;
  private final Accounts accounts;
  private final SessionKeys keys;
  private final Clock clock;
  private final Audience audience;
  private final AccessTokens tokens;
  private final SecureRandom random = new SecureRandom();
  private final Recent<String, Optional<SessionFamily>> recent =
      new Recent<>(Duration.ofSeconds(1), 10_000);

  Sessions(
      Shelves shelves,
      Accounts accounts,
      SessionKeys keys,
      Clock clock,
      @Value("${handrail.service}") String service) {
    this.shelves = shelves;
    this.accounts = accounts;
    this.keys = keys;
    this.clock = clock;
    this.audience = Audience.of(service);
    this.tokens = new AccessTokens(keys, audience, clock);
  }

  /**
   * The two tokens a browser keeps.
   *
   * @param renewal {@code family.secret}
   * @param until when the sign-in ends, however often renewed
   */
  record Pair(String access, String renewal, Instant until) {}

  /** True when this service is for such an account, and the account is open. */
  boolean admits(Account account) {
    return account.enabled() && audience.admits(account.actor());
  }

  /** Begins a session; empty when this service is not for such an account. */
  Optional<Pair> open(Account account) {
    if (!admits(account)) return Optional.empty();
    String id = URL.encodeToString(bytes(18));
    String secret = URL.encodeToString(bytes(32));
    Instant now = clock.instant();
    var family =
        new SessionFamily(
            id,
            account.name(),
            account.generation(),
            hash(secret),
            Optional.empty(),
            now,
            now.plus(audience.sessionMax()),
            false);
    if (!shelves.sessions().insert(id, family)) throw new IllegalStateException("id taken");
    return Optional.of(pair(family, secret));
  }

  /** The next pair for a good renewal token; empty, and the family at its end, for a used one. */
  Optional<Pair> renew(String renewal) {
    int dot = renewal.indexOf('.');
    if (dot < 1 || renewal.length() > 200) return Optional.empty();
    String id = renewal.substring(0, dot);
    String shown = renewal.substring(dot + 1);
    Optional<SessionFamily> known = shelves.sessions().get(id);
    if (known.isEmpty() || !alive(known.get()) || !vouched(known.get())) return Optional.empty();
    String child = URL.encodeToString(keys.derive("renewal " + id + " " + shown));
    SessionFamily after = shelves.sessions().change(id, now -> rotated(now, shown, child));
    recent.forget(id);
    return alive(after) && after.current().equals(hash(child))
        ? Optional.of(pair(after, child))
        : Optional.empty();
  }

  private SessionFamily rotated(SessionFamily now, String shown, String child) {
    String hash = hash(shown);
    if (!alive(now)) return now;
    if (now.current().equals(hash)) {
      return new SessionFamily(
          now.id(),
          now.account(),
          now.generation(),
          hash(child),
          Optional.of(hash),
          clock.instant(),
          now.expiresAt(),
          false);
    }
    boolean secondTab =
        now.previous().map(hash::equals).orElse(false)
            && clock.instant().isBefore(now.rotatedAt().plus(GRACE));
    return secondTab ? now : ended(now);
  }

  /** Ends the sign-in on this device. */
  void end(String family) {
    if (shelves.sessions().get(family).isPresent()) {
      shelves.sessions().change(family, now -> now.ended() ? now : ended(now));
    }
    recent.forget(family);
  }

  /** As {@link #end}, for whoever shows a renewal token of the family. */
  void endBy(String renewal) {
    int dot = renewal.indexOf('.');
    if (dot < 1 || renewal.length() > 200) return;
    String id = renewal.substring(0, dot);
    String hash = hash(renewal.substring(dot + 1));
    shelves
        .sessions()
        .get(id)
        .filter(f -> f.current().equals(hash) || f.previous().map(hash::equals).orElse(false))
        .ifPresent(f -> end(id));
  }

  /** Who holds this access token, at most a second behind the store; blocks to read. */
  Optional<SignedIn> holder(Claims claims) {
    var family = recent.get(claims.family(), id -> shelves.sessions().get(id));
    return standing(claims, family, accounts.recently(claims.account()));
  }

  /** As {@link #holder} without reading; null when that would be needed. */
  Optional<SignedIn> holderAtHand(Claims claims) {
    var family = recent.atHand(claims.family());
    var account = accounts.atHand(claims.account());
    return family == null || account == null ? null : standing(claims, family, account);
  }

  Claims read(String access) {
    return tokens.read(access);
  }

  /** Ends the session that an access token belongs to, also when the token is past its time. */
  void endByAccess(String access) {
    Claims claims = tokens.readLapsed(access);
    if (claims != null) end(claims.family());
  }

  private Optional<SignedIn> standing(
      Claims claims, Optional<SessionFamily> family, Optional<Account> account) {
    if (family.isEmpty() || account.isEmpty()) return Optional.empty();
    boolean good =
        alive(family.get())
            && family.get().account().equals(claims.account())
            && account.get().enabled()
            && account.get().generation() == claims.generation()
            && audience.admits(account.get().actor());
    return good ? Optional.of(new SignedIn(account.get(), claims.family())) : Optional.empty();
  }

  private boolean alive(SessionFamily family) {
    return !family.ended() && clock.instant().isBefore(family.expiresAt());
  }

  /** The account still stands behind the family. Read afresh: a renewal is rare. */
  private boolean vouched(SessionFamily family) {
    return shelves
        .accounts()
        .get(family.account())
        .filter(a -> a.enabled() && a.generation() == family.generation())
        .filter(a -> audience.admits(a.actor()))
        .isPresent();
  }

  private Pair pair(SessionFamily family, String secret) {
    var claims = new Claims(family.account(), family.id(), family.generation());
    return new Pair(tokens.issue(claims), family.id() + "." + secret, family.expiresAt());
  }

  private static SessionFamily ended(SessionFamily f) {
    return new SessionFamily(
        f.id(),
        f.account(),
        f.generation(),
        f.current(),
        f.previous(),
        f.rotatedAt(),
        f.expiresAt(),
        true);
  }

  private static String hash(String secret) {
    return HexFormat.of().formatHex(SessionKeys.sha256(secret.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
