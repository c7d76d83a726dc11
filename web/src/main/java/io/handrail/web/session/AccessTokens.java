package io.handrail.web.session;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;

/**
 * The short token: a JWT signed with HS256 by one of our own keys, for one audience, for ten
 * minutes. Algorithm, type, issuer and audience are pinned; nothing in a token names a key's place.
 */
final class AccessTokens {
  static final Duration LIFE = Duration.ofMinutes(10);
  private static final String ISSUER = "handrail";
  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final int LENGTH_MAX = 2000;
  private final SessionKeys keys;
  private final Audience audience;
  private final Clock clock;

  AccessTokens(SessionKeys keys, Audience audience, Clock clock) {
    this.keys = keys;
    this.audience = audience;
    this.clock = clock;
  }

  /**
   * What a good token says.
   *
   * @param family the sign-in it belongs to
   */
  record Claims(String account, String family, int generation) {}

  String issue(Claims claims) {
    Instant now = clock.instant();
    SessionKeys.Key key = keys.signing();
    var jwt =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).keyID(key.id()).build(),
            new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(audience.claim())
                .subject(claims.account())
                .claim("sid", claims.family())
                .claim("gen", claims.generation())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build());
    try {
      jwt.sign(new MACSigner(key.secret()));
    } catch (JOSEException e) {
      throw new IllegalStateException("the session key cannot sign", e);
    }
    return jwt.serialize();
  }

  /** Null when the token is not ours, not for this audience, or past its time. */
  Claims read(String token) {
    return read(token, false);
  }

  /** As {@link #read(String)}, but a token past its time is read too: enough to end a session. */
  Claims readLapsed(String token) {
    return read(token, true);
  }

  private Claims read(String token, boolean lapsedToo) {
    if (token.length() > LENGTH_MAX) return null;
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSHeader header = jwt.getHeader();
      if (!JWSAlgorithm.HS256.equals(header.getAlgorithm())) return null;
      if (!TYPE.equals(header.getType()) || header.getKeyID() == null) return null;
      SessionKeys.Key key = keys.named(header.getKeyID());
      if (key == null || !jwt.verify(new MACVerifier(key.secret()))) return null;
      return checked(jwt.getJWTClaimsSet(), lapsedToo);
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return null; // whatever it was, it is no session
    }
  }

  private Claims checked(JWTClaimsSet claims, boolean lapsedToo) throws ParseException {
    if (!ISSUER.equals(claims.getIssuer())) return null;
    if (!List.of(audience.claim()).equals(claims.getAudience())) return null;
    Date expires = claims.getExpirationTime();
    if (expires == null) return null;
    if (!lapsedToo && !clock.instant().isBefore(expires.toInstant())) return null;
    String account = claims.getSubject();
    String family = claims.getStringClaim("sid");
    Integer generation = claims.getIntegerClaim("gen");
    if (account == null || family == null || generation == null) return null;
    return new Claims(account, family, generation);
  }
}
