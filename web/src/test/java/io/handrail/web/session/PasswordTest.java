package io.handrail.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.mongo.StoredShelves;
import io.handrail.web.House;
import io.handrail.web.page.Messages;
import io.handrail.web.session.Accounts.Kept;
import io.handrail.web.session.PasswordRule.Weakness;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordTest {
  private final Passwords passwords = new Passwords();
  private final StoredShelves shelves = StoredShelves.inMemory();
  private final Accounts accounts = new Accounts(shelves, passwords, Clock.systemUTC());

  @ParameterizedTest
  @CsvSource({
    "short enough, TOO_SHORT",
    "'', TOO_SHORT",
    "passwordpassword, TOO_COMMON",
    "Password12345678, TOO_COMMON",
    "P4ss!password!!!!, TOO_COMMON",
    "qwertyuiopasdfgh, TOO_COMMON",
    "aaaaaaaaaaaaaaaaaaaa, TOO_COMMON",
    "abcabcabcabcabcabc, TOO_COMMON",
    "1234567890123456789, TOO_COMMON",
    "correct horse battery staple, TOO_COMMON",
    "iloveyouiloveyou, TOO_COMMON",
    "handrail-welcome-2026, TOO_COMMON",
    "contraseña contraseña, TOO_COMMON",
    "ana.ruiz-ana.ruiz-ana.ruiz, LIKE_THE_NAME"
  })
  void a_weak_password_is_refused(String password, Weakness weakness) {
    assertEquals(Optional.of(weakness), PasswordRule.weakness(password, "ana.ruiz"), password);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lantern pebble orchard tide",
        "seven grey herons wading",
        "nube tren sardina violeta",
        "my cat eats the blue curtains",
        "Xk2#9vLq81!mZp4w",
        "ключ от старого сарая"
      })
  void long_and_uncommon_is_enough(String password) {
    assertEquals(Optional.empty(), PasswordRule.weakness(password, "ana.ruiz"), password);
  }

  @Test
  void a_very_long_one_is_refused() {
    String long201 = "orchard tide ".repeat(20);
    assertEquals(Optional.of(Weakness.TOO_LONG), PasswordRule.weakness(long201, "ana"));
  }

  @Test
  void every_weakness_has_its_kind_words_in_both_languages() {
    Messages words = Messages.of("chatbot");
    for (Weakness weakness : Weakness.values()) {
      for (String language : words.languages()) {
        assertTrue(words.has(language, "password." + weakness.key()), weakness + language);
      }
    }
  }

  @Test
  void a_hash_is_argon2id_at_the_cost_that_was_promised_and_never_the_same_twice() {
    String hash = passwords.hash(House.PASSWORD);
    assertTrue(hash.startsWith("$argon2id$v=19$m=19456,t=2,p=1$"), hash);
    assertNotEquals(hash, passwords.hash(House.PASSWORD));
    assertTrue(passwords.matches(House.PASSWORD, hash));
    assertFalse(passwords.matches(House.PASSWORD + " ", hash));
  }

  @Test
  void a_known_answer_of_argon2id_is_met() {
    // The reference implementation: argon2 -id -t 2 -m 8 -p 1, salt somesalt, password password
    // printed with 256 KiB; from its test suite, version 19, t=2, m=2^8, p=1.
    String reference =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    assertTrue(passwords.matches("password", reference));
    assertTrue(passwords.isOld(reference));
  }

  @Test
  void an_old_hash_is_made_anew_at_the_next_sign_in() {
    String weak =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";
    shelves
        .accounts()
        .insert(
            "old",
            new io.handrail.care.access.Account(
                "old", weak, House.ANA, true, 0, java.time.Instant.EPOCH));
    assertTrue(accounts.verify("old", "password").isPresent());
    String now = shelves.accounts().get("old").orElseThrow().passwordHash();
    assertTrue(now.contains("m=19456"), now);
    assertTrue(accounts.verify("old", "password").isPresent());
  }

  @Test
  void an_account_is_made_once_and_names_do_not_differ_by_case() {
    assertInstanceOf(Kept.Done.class, accounts.create("Ana.Ruiz", House.PASSWORD, House.ANA));
    assertInstanceOf(Kept.NameTaken.class, accounts.create("ana.ruiz ", House.PASSWORD, House.BEN));
    assertTrue(accounts.verify(" ANA.ruiz", House.PASSWORD).isPresent());
    assertInstanceOf(Kept.NameUnfit.class, accounts.create("a", House.PASSWORD, House.ANA));
    assertInstanceOf(Kept.NameUnfit.class, accounts.create("$ne:1", House.PASSWORD, House.ANA));
    assertInstanceOf(Kept.Weak.class, accounts.create("cleo", "too short", House.ANA));
    assertInstanceOf(
        Kept.WrongPassword.class,
        accounts.changePassword("ana.ruiz", "not the password at all", "seven grey herons wading"));
  }

  @Test
  void a_name_that_nobody_has_costs_as_much_as_one_that_somebody_has() {
    accounts.create("timed", House.PASSWORD, House.ANA);
    long known = 0;
    long unknown = 0;
    for (int i = 0; i < 14; i++) {
      long a = time("timed");
      long b = time("nobody-here");
      if (i < 4) continue; // warming up
      known += a;
      unknown += b;
    }
    double ratio = (double) known / unknown;
    // Ten pairs on a busy machine show an order of magnitude, which a missing hash would be.
    assertTrue(ratio > 0.5 && ratio < 2, "ratio " + ratio);
  }

  private long time(String name) {
    long before = System.nanoTime();
    accounts.verify(name, "this is not the password");
    return System.nanoTime() - before;
  }
}
