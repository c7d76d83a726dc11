package io.handrail.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.access.PassphraseHelp;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A code sets a new passphrase once, within the hour, for the one account it was made for. */
class ForgottenTest {
  private static final String NEXT = "copper saddle winter bread";
  private static final StaffId BEN = ((StaffActor) House.BEN).id();
  private static final ClientId ANA = new ClientId(House.CLINIC, "ana");
  private House house;
  private ApplicationContext chat;
  private ApplicationContext portal;
  private ForgottenPassphrases forgotten;

  @BeforeEach
  void open() {
    house = new House();
    chat = house.service("chatbot");
    portal = house.service("portal");
    forgotten = chat.getBean(ForgottenPassphrases.class);
    house.account(chat, "ana", House.ANA);
    house.account(portal, "ben", House.BEN);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private String code() {
    return forgotten.make(ANA, BEN).orElseThrow().code();
  }

  private static HttpResponse<String> sets(Browser who, String name, String code, String next) {
    return who.post("/sign-in/forgotten", Map.of("name", name, "code", code, "password", next));
  }

  private HttpResponse<String> sets(String code) {
    return sets(House.browser(chat), "ana", code, NEXT);
  }

  private static boolean inside(Browser who) {
    return who.script("/rooms/client").statusCode() == 200;
  }

  private List<AuditKind> written() {
    return portal.getBean(AuditTrail.class).before(House.CLINIC, 0, 9).stream()
        .map(entry -> entry.deed().kind())
        .toList();
  }

  @Test
  void a_code_sets_a_new_passphrase_and_ends_every_other_sign_in() {
    Browser before = House.browser(chat);
    before.signIn("ana", House.PASSWORD);
    assertTrue(inside(before));
    String code = code();
    assertTrue(inside(before), "making a code changes nothing");
    Browser ana = House.browser(chat);
    HttpResponse<String> in = sets(ana, " Ana ", code.toLowerCase().replace('-', ' '), NEXT);
    assertEquals(303, in.statusCode());
    assertTrue(inside(ana));
    house.clock.forward(Duration.ofSeconds(2));
    assertFalse(inside(before), "the other device is out");
    assertEquals(401, before.renew().statusCode());
    assertEquals(401, House.browser(chat).signIn("ana", House.PASSWORD).statusCode());
    assertEquals(303, House.browser(chat).signIn("ana", NEXT).statusCode());
    assertEquals(List.of(AuditKind.PASSPHRASE_SET), written());
  }

  @Test
  void a_code_is_kept_as_a_hash_only() {
    String code = code();
    String stored = house.shelves.passphraseHelp().get("ana").orElseThrow().toString();
    assertFalse(stored.contains(code) || stored.contains(code.replace("-", "")));
  }

  @Test
  void a_code_works_once() {
    String code = code();
    assertEquals(303, sets(code).statusCode());
    assertEquals(401, sets(code).statusCode());
    assertEquals(303, House.browser(chat).signIn("ana", NEXT).statusCode());
  }

  @Test
  void of_twelve_who_use_one_code_at_once_one_sets_a_passphrase() throws Exception {
    String code = code();
    var account = house.shelves.accounts().get("ana").orElseThrow();
    Callable<Boolean> one = () -> forgotten.set(account, code, NEXT) instanceof Accounts.Kept.Done;
    int set = 0;
    try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : all.invokeAll(Collections.nCopies(12, one))) if (done.get()) set++;
    }
    assertEquals(1, set);
  }

  @Test
  void a_code_is_past_its_time_after_an_hour() {
    String code = code();
    house.clock.forward(PassphraseHelp.CODE_LASTS);
    assertEquals(401, sets(code).statusCode());
    String late = code();
    house.clock.forward(PassphraseHelp.CODE_LASTS.minusSeconds(1));
    assertEquals(303, sets(late).statusCode());
  }

  @Test
  void a_newer_code_ends_the_one_before() {
    String first = code();
    String second = code();
    assertEquals(401, sets(first).statusCode());
    assertEquals(303, sets(second).statusCode());
  }

  @Test
  void guessing_is_slowed_by_the_source_and_ended_by_the_account() {
    String code = code();
    for (int i = 0; i < 5; i++) assertEquals(401, sets("0000-0000-000" + i).statusCode());
    HttpResponse<String> waits = sets(code);
    assertEquals(429, waits.statusCode(), "the right one is not looked at either");
    assertTrue(waits.body().contains("Please wait"));
    for (int i = 0; i < 5; i++) forgotten.account("ana", "1111-1111-111" + i);
    assertTrue(forgotten.account("ana", code).isEmpty(), "ten wrong ones, wherever they come from");
    house.clock.forward(Duration.ofMinutes(3));
    assertEquals(401, sets(code).statusCode());
    house.clock.forward(Duration.ofMinutes(10));
    assertEquals(303, sets(code()).statusCode(), "another code begins anew");
  }

  @Test
  void a_code_opens_no_other_account_and_no_other_service() {
    house.account(chat, "cleo", new ClientActor(new ClientId(new ClinicId("elsewhere"), "ana")));
    String code = code();
    assertEquals(401, sets(House.browser(chat), "cleo", code, NEXT).statusCode());
    assertEquals(401, sets(House.browser(portal), "ana", code, NEXT).statusCode());
    String colleagues = forgotten.make(BEN, BEN).orElseThrow().code();
    assertEquals(401, sets(House.browser(chat), "ben", colleagues, NEXT).statusCode());
    assertEquals(303, House.browser(portal).signIn("ben", House.PASSWORD).statusCode());
    assertEquals(303, sets(code).statusCode(), "none of that spent it");
  }

  @Test
  void nobody_learns_who_has_an_account() {
    code();
    String known = sets("0000-0000-0000").body().replace("ana", "NAME");
    String unknown =
        sets(House.browser(chat), "zoe", "0000-0000-0000", NEXT).body().replace("zoe", "NAME");
    assertEquals(known, unknown);
  }

  @Test
  void a_weak_passphrase_spends_nothing_and_what_was_typed_stays() {
    String code = code();
    HttpResponse<String> weak = sets(House.browser(chat), "ana", code, "too short");
    assertEquals(422, weak.statusCode());
    assertTrue(weak.body().contains("a little short") && weak.body().contains(code));
    assertFalse(weak.body().contains("too short\""), "the passphrase is not shown again");
    assertEquals(303, sets(code).statusCode());
  }

  @Test
  void a_closed_account_is_not_opened_by_a_code() {
    String code = code();
    chat.getBean(Accounts.class).setEnabled("ana", false);
    assertEquals(401, sets(code).statusCode());
  }

  @Test
  void staff_are_asked_for_their_second_step_all_the_same() {
    SecondFactors factors = portal.getBean(SecondFactors.class);
    factors.begin("ben");
    String secret = house.shelves.secondFactors().get("ben").orElseThrow().secret();
    factors.confirm("ben", OneTimeCodes.code(secret, OneTimeCodes.step(house.clock.instant())));
    String code = forgotten.make(BEN, new StaffId(House.CLINIC, "priya")).orElseThrow().code();
    Browser ben = House.browser(portal);
    HttpResponse<String> half = sets(ben, "ben", code, NEXT);
    assertEquals(303, half.statusCode());
    assertEquals("/sign-in/second", half.headers().firstValue("Location").orElseThrow());
    assertEquals(401, ben.script("/rooms/staff").statusCode());
  }

  @Test
  void whoever_made_the_code_does_not_take_the_second_step_away_too() {
    StaffId priya = new StaffId(House.CLINIC, "priya");
    StaffId other = new StaffId(House.CLINIC, "olu");
    forgotten.make(BEN, priya);
    assertTrue(forgotten.secondStepForbidden("ben", priya));
    assertFalse(forgotten.secondStepForbidden("ben", other));
    house.clock.forward(PassphraseHelp.APART);
    assertFalse(forgotten.secondStepForbidden("ben", priya));
    forgotten.secondStepTaken("ben", priya);
    assertTrue(forgotten.codeForbidden(BEN, priya));
    assertFalse(forgotten.codeForbidden(BEN, other));
  }

  @Test
  void the_page_speaks_the_language_of_the_browser() {
    Browser nobody = House.browser(chat);
    String page = nobody.get("/sign-in/forgotten", "Accept-Language", "es").body();
    assertTrue(page.contains("Pon una contraseña nueva"));
  }
}
