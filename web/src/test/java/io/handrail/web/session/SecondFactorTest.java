package io.handrail.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.access.SignInRule;
import io.handrail.care.record.audit.AuditEntry;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.web.Browser;
import io.handrail.web.House;
import io.micronaut.context.ApplicationContext;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A member of staff comes in by a password and a code, or not at all. */
class SecondFactorTest {
  private House house;
  private ApplicationContext portal;
  private SecondFactors factors;

  @BeforeEach
  void open() {
    house = new House();
    portal = house.service("portal");
    factors = portal.getBean(SecondFactors.class);
    house.account(portal, "ben", House.BEN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String codeNow() {
    String secret = house.shelves.secondFactors().get("ben").orElseThrow().secret();
    return OneTimeCodes.code(secret, OneTimeCodes.step(house.clock.instant()));
  }

  private List<String> turnOn() {
    factors.begin("ben");
    var on = assertInstanceOf(SecondFactors.Confirmed.On.class, factors.confirm("ben", codeNow()));
    house.clock.forward(Duration.ofMinutes(2));
    return on.recovery();
  }

  private void clinicAsks() {
    var rule = new SignInRule(true, Optional.empty(), Optional.of(house.clock.instant()));
    house.shelves.signInRules().insert(House.CLINIC, rule);
  }

  private Browser halfIn() {
    Browser ben = House.browser(portal);
    HttpResponse<String> answer = ben.signIn("ben", House.PASSWORD);
    assertEquals(303, answer.statusCode());
    assertEquals("/sign-in/second", answer.headers().firstValue("Location").orElseThrow());
    return ben;
  }

  private static HttpResponse<String> types(Browser who, String code) {
    return who.post("/sign-in/second", Map.of("code", code, "to", "/rooms/staff"));
  }

  private static boolean inside(Browser who) {
    return who.script("/rooms/staff").statusCode() == 200;
  }

  private List<AuditKind> written() {
    return portal.getBean(AuditTrail.class).before(House.CLINIC, 0, 5).stream()
        .map(AuditEntry::deed)
        .map(deed -> deed.kind())
        .toList()
        .reversed();
  }

  @Test
  void without_a_second_step_a_password_is_enough() {
    Browser ben = House.browser(portal);
    ben.signIn("ben", House.PASSWORD);
    assertTrue(inside(ben));
    assertEquals(List.of(AuditKind.SIGNED_IN), written());
  }

  @Test
  void a_password_alone_opens_no_session_once_the_second_step_is_on() {
    turnOn();
    Browser ben = halfIn();
    assertFalse(inside(ben));
    assertFalse(ben.cookies.containsKey("handrail_portal"));
    assertTrue(ben.get("/sign-in/second").body().contains("One more step"));
    HttpResponse<String> in = types(ben, codeNow());
    assertEquals(303, in.statusCode());
    assertEquals("/rooms/staff", in.headers().firstValue("Location").orElseThrow());
    assertTrue(inside(ben));
    assertFalse(ben.cookies.containsKey("handrail_portal_half"), "it is used up");
    assertEquals(List.of(AuditKind.SIGNED_IN), written());
  }

  @Test
  void a_code_lets_in_once_and_never_again() {
    turnOn();
    String code = codeNow();
    assertEquals(303, types(halfIn(), code).statusCode());
    Browser thief = halfIn();
    assertEquals(401, types(thief, code).statusCode());
    assertFalse(inside(thief));
    assertEquals(List.of(AuditKind.SIGNED_IN, AuditKind.SECOND_FACTOR_REFUSED), written());
  }

  @Test
  void of_thirty_who_show_the_same_code_at_once_one_gets_in() throws Exception {
    turnOn();
    String code = codeNow();
    Callable<Boolean> one = () -> factors.check("ben", code) instanceof SecondFactors.Checked.Right;
    int right = 0;
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : all.invokeAll(Collections.nCopies(30, one))) if (done.get()) right++;
    }
    assertEquals(1, right);
  }

  @Test
  void guessing_ends_after_five_wrong_codes_wherever_they_come_from() {
    turnOn();
    for (int i = 0; i < 5; i++) assertEquals(401, types(halfIn(), "000000").statusCode());
    Browser ben = halfIn();
    HttpResponse<String> waits = types(ben, codeNow());
    assertEquals(429, waits.statusCode(), "the right code is not looked at either");
    assertTrue(waits.body().contains("Please wait"));
    house.clock.forward(Duration.ofMinutes(3));
    assertEquals(303, types(halfIn(), codeNow()).statusCode());
  }

  @Test
  void at_most_ten_guesses_an_hour_are_looked_at() {
    turnOn();
    int looked = 0;
    for (int i = 0; i < 360; i++) {
      if (factors.check("ben", "000000") instanceof SecondFactors.Checked.Wrong) looked++;
      house.clock.forward(Duration.ofSeconds(10));
    }
    assertTrue(looked <= 10, "looked at " + looked);
  }

  @Test
  void a_recovery_code_lets_in_once_and_is_stored_as_a_hash_only() {
    List<String> codes = turnOn();
    assertEquals(8, codes.size());
    var stored = house.shelves.secondFactors().get("ben").orElseThrow();
    for (String code : codes) assertFalse(stored.toString().contains(code.replace("-", "")));
    String typed = codes.get(3).toLowerCase().replace('-', ' ');
    assertEquals(303, types(halfIn(), typed).statusCode());
    assertEquals(401, types(halfIn(), typed).statusCode());
    assertEquals(7, house.shelves.secondFactors().get("ben").orElseThrow().recovery().size());
    assertEquals(
        List.of(AuditKind.RECOVERY_CODE_USED, AuditKind.SIGNED_IN, AuditKind.SECOND_FACTOR_REFUSED),
        written());
  }

  @Test
  void where_the_clinic_asks_for_it_nobody_gets_in_before_it_is_set_up() {
    clinicAsks();
    Browser ben = halfIn();
    HttpResponse<String> page = ben.get("/sign-in/second");
    assertTrue(page.body().contains("class=\"qr\""));
    assertFalse(inside(ben));
    HttpResponse<String> wrong = types(ben, "000000");
    assertEquals(401, wrong.statusCode());
    assertTrue(wrong.body().contains("class=\"qr\""), "the same square, once more");
    HttpResponse<String> codes = types(ben, codeNow());
    assertEquals(200, codes.statusCode());
    assertTrue(codes.body().contains("recovery-codes"));
    assertTrue(inside(ben));
    assertEquals(List.of(AuditKind.SECOND_FACTOR_ON, AuditKind.SIGNED_IN), written());
  }

  @Test
  void a_square_that_somebody_saw_before_is_worth_nothing() {
    clinicAsks();
    Browser thief = halfIn();
    thief.get("/sign-in/second");
    String seen = house.shelves.secondFactors().get("ben").orElseThrow().secret();
    Browser ben = halfIn();
    ben.get("/sign-in/second");
    assertNotEquals(seen, house.shelves.secondFactors().get("ben").orElseThrow().secret());
  }

  @Test
  void the_first_page_is_forgotten_after_ten_minutes_and_with_a_new_password() {
    turnOn();
    Browser slow = halfIn();
    house.clock.forward(Duration.ofMinutes(11));
    assertEquals(
        "/sign-in?to=%2Frooms%2Fstaff",
        types(slow, codeNow()).headers().firstValue("Location").orElseThrow());
    Browser ben = halfIn();
    portal.getBean(Accounts.class).setPassword("ben", "seven grey herons wading");
    assertEquals(303, types(ben, codeNow()).statusCode());
    assertFalse(inside(ben));
  }

  @Test
  void nobody_makes_the_first_pages_word_up() {
    turnOn();
    Browser thief = House.browser(portal);
    Browser ben = halfIn();
    String real = ben.cookies.get("handrail_portal_half");
    for (String forged :
        List.of("x", ".", "YmVu.", real.substring(0, real.length() - 2), "QQ" + real, real + "A")) {
      thief.cookies.put("handrail_portal_half", forged);
      assertEquals(303, thief.get("/sign-in/second").statusCode(), forged);
    }
  }

  @Test
  void clients_are_never_asked_for_one() {
    clinicAsks();
    var chat = house.service("chatbot");
    house.account(chat, "ana", House.ANA);
    Browser ana = House.browser(chat);
    ana.signIn("ana", House.PASSWORD);
    assertEquals(200, ana.script("/rooms/client").statusCode());
  }
}
