package io.handrail.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.handrail.web.HandClock;
import io.handrail.web.session.AccessTokens.Claims;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {
  private static final String SECRET =
      "a secret of at least thirty-two characters and then some more";
  private final HandClock clock = new HandClock();
  private final SessionKeys keys = SessionKeys.of(SECRET);
  private final AccessTokens tokens = new AccessTokens(keys, Audience.CHATBOT, clock);
  private final Claims claims = new Claims("ana", "family", 3);

  private JWSHeader.Builder header() {
    return new JWSHeader.Builder(JWSAlgorithm.HS256)
        .type(new JOSEObjectType("at+jwt"))
        .keyID(keys.signing().id());
  }

  private JWTClaimsSet.Builder body() {
    return new JWTClaimsSet.Builder()
        .issuer("handrail")
        .audience("handrail-client")
        .subject("ana")
        .claim("sid", "family")
        .claim("gen", 3)
        .expirationTime(Date.from(clock.instant().plusSeconds(60)));
  }

  private String signed(JWSHeader header, JWTClaimsSet body) throws Exception {
    var jwt = new SignedJWT(header, body);
    jwt.sign(new MACSigner(keys.signing().secret()));
    return jwt.serialize();
  }

  @Test
  void a_token_says_what_it_was_made_of_until_its_time_is_over() {
    String token = tokens.issue(claims);
    assertEquals(claims, tokens.read(token));
    clock.forward(AccessTokens.LIFE);
    assertNull(tokens.read(token));
    assertEquals(claims, tokens.readLapsed(token));
  }

  @Test
  void a_hand_made_token_with_all_that_is_pinned_is_read() throws Exception {
    assertNotNull(tokens.read(signed(header().build(), body().build())));
  }

  @Test
  void a_token_that_is_off_in_any_one_thing_is_refused() throws Exception {
    assertNull(tokens.read(new PlainJWT(body().build()).serialize()));
    assertNull(tokens.read(signed(header().type(JOSEObjectType.JWT).build(), body().build())));
    assertNull(tokens.read(signed(header().keyID("other").build(), body().build())));
    assertNull(tokens.read(signed(header().keyID(null).build(), body().build())));
    assertNull(tokens.read(signed(header().build(), body().issuer("other").build())));
    assertNull(tokens.read(signed(header().build(), body().audience("handrail-staff").build())));
    assertNull(
        tokens.read(
            signed(
                header().build(),
                body().audience(java.util.List.of("handrail-client", "handrail-staff")).build())));
    assertNull(tokens.read(signed(header().build(), body().expirationTime(null).build())));
    assertNull(tokens.read(signed(header().build(), body().subject(null).build())));
    assertNull(tokens.read(signed(header().build(), body().claim("gen", "3").build())));
    var longer =
        new JWSHeader.Builder(JWSAlgorithm.HS384)
            .type(new JOSEObjectType("at+jwt"))
            .keyID(keys.signing().id())
            .build();
    assertNull(tokens.read(signed(longer, body().build())));
    String good = tokens.issue(claims);
    assertNull(tokens.read(good.substring(0, good.length() - 3)));
    assertNull(tokens.read(good.replace('.', '_')));
    assertNull(tokens.read("x".repeat(5000)));
    assertNull(tokens.read(""));
  }

  @Test
  void a_token_for_staff_is_refused_at_the_chatbot() {
    var staff = new AccessTokens(keys, Audience.PORTAL, clock);
    assertNull(tokens.read(staff.issue(claims)));
    assertNull(staff.read(tokens.issue(claims)));
  }

  @Test
  void an_older_key_is_believed_until_it_is_taken_away() {
    String token = tokens.issue(claims);
    String next = "the next secret which is also longer than thirty-two";
    var both = new AccessTokens(SessionKeys.of(next + "," + SECRET), Audience.CHATBOT, clock);
    assertEquals(claims, both.read(token));
    assertNull(tokens.read(both.issue(claims)));
    assertNull(new AccessTokens(SessionKeys.of(next), Audience.CHATBOT, clock).read(token));
  }

  @Test
  void the_key_file_is_made_once_for_its_owner_alone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys/session.key");
    String first = SessionKeys.kept(file).signing().id();
    assertEquals(first, SessionKeys.kept(file).signing().id());
    assertEquals(PosixFilePermissions.fromString("rw-------"), Files.getPosixFilePermissions(file));
    assertThrows(IllegalArgumentException.class, () -> SessionKeys.of("short"));
    assertTrue(Files.size(file) > 60);
    clock.forward(Duration.ofDays(1));
  }
}
