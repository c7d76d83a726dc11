package io.handrail.portal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Usage;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.care.plan.Hours;
import io.handrail.care.plan.Limit;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private Practice practice;
  private Life amara;
  private Browser maya;

  @BeforeEach
  void open() {
    practice = new Practice();
    amara = practice.client("amara", "Amara", Practice.MAYA);
    maya = practice.signedIn(Practice.MAYA);
  }

  @AfterEach
  void close() {
    practice.close();
  }

  private CarePlan plan() {
    return practice.shelves.plans().get(amara.id).orElseThrow();
  }

  private HttpResponse<String> store(int seen, String messages, String from, String to) {
    return maya.post(
        "/clients/amara/limits",
        "seen",
        String.valueOf(seen),
        "protocols",
        "thought_record",
        "protocols",
        "behavioural_activation",
        "messages",
        messages,
        "from1",
        from,
        "to1",
        to,
        "model",
        "off");
  }

  /** What the client's next message meets. */
  private Optional<Limit> next() {
    var now = practice.clock.instant().atZone(ZoneId.of("Europe/Madrid"));
    return Limit.standing(
        practice.shelves.plans().get(amara.id),
        new Usage(now.toLocalDate(), 5),
        now,
        Optional.of("behavioural_activation"),
        Optional.empty());
  }

  @Test
  void what_is_stored_holds_on_the_very_next_message() {
    assertEquals(Optional.of(new Limit.ProtocolNotPermitted("behavioural_activation")), next());
    assertEquals(303, store(1, "12", "08:00", "21:30").statusCode());
    assertEquals(Optional.empty(), next());
    CarePlan now = plan();
    assertEquals(Set.of("thought_record", "behavioural_activation"), now.protocols());
    assertEquals(12, now.messagesPerDayMax());
    assertEquals(List.of(new Hours(LocalTime.of(8, 0), LocalTime.of(21, 30))), now.hours());
    assertEquals(ModelUse.OFF, now.modelUse());
    assertEquals(Optional.of(Practice.MAYA), now.changedBy());
    assertEquals(2, now.version());
    store(2, "5", "", "");
    assertEquals(Optional.of(new Limit.MessagesADay(5)), next());
    store(3, "50", "22:00", "23:00");
    assertEquals(Optional.of(new Limit.OutsideHours(LocalTime.of(22, 0))), next());
  }

  @Test
  void a_pause_holds_at_once_and_its_end_too() {
    store(1, "60", "", "");
    String page = maya.submit("/clients/amara/pause", "paused", "true").body();
    assertTrue(page.contains("Paused."));
    assertEquals(Optional.of(new Limit.Paused()), next());
    maya.post("/clients/amara/pause", "paused", "true");
    assertEquals(3, plan().version(), "pausing twice changes once");
    maya.post("/clients/amara/pause", "paused", "false");
    assertEquals(Optional.empty(), next());
  }

  @Test
  void a_pause_does_not_fail_on_a_form_that_is_open_elsewhere() {
    maya.post("/clients/amara/pause", "paused", "true");
    HttpResponse<String> older = store(1, "12", "", "");
    assertEquals(409, older.statusCode());
    assertTrue(plan().paused());
    assertEquals(60, plan().messagesPerDayMax());
  }

  @Test
  void who_changed_what_is_kept_and_shown() {
    store(1, "12", "08:00", "21:30");
    maya.post("/clients/amara/pause", "paused", "true");
    String page = maya.get("/clients/amara/limits").body();
    assertTrue(page.contains("Messages a day from 60 to 12"));
    assertTrue(page.contains("Model from phrasing to off"));
    assertTrue(page.contains("Hours from any time to 08:00"));
    assertTrue(page.contains("Maya Lindqvist"));
    for (int version = 1; version <= 3; version++) {
      assertEquals(
          version,
          practice
              .shelves
              .planHistory()
              .get(new OfClient<>(amara.id, version))
              .orElseThrow()
              .version());
    }
  }

  @Test
  void another_persons_change_is_shown_and_yours_stays_in_the_form() {
    store(1, "12", "", "");
    HttpResponse<String> second = store(1, "30", "09:15", "17:45");
    assertEquals(409, second.statusCode());
    String page = second.body();
    assertTrue(page.contains("Messages a day from 60 to 12"), "theirs");
    assertTrue(page.contains("value=\"30\""), "yours");
    assertTrue(page.contains("value=\"09:15\""), "yours");
    assertEquals(12, plan().messagesPerDayMax());
    assertTrue(page.contains("name=\"seen\" value=\"2\""));
    assertEquals(303, store(2, "30", "", "").statusCode());
  }

  @Test
  void sending_the_form_twice_changes_once() {
    assertEquals(303, store(1, "12", "08:00", "21:30").statusCode());
    practice.clock.forward(Duration.ofSeconds(1));
    assertEquals(303, store(1, "12", "08:00", "21:30").statusCode());
    assertEquals(2, plan().version());
  }

  @Test
  void a_field_that_cannot_be_read_says_why_and_nothing_typed_is_lost() {
    HttpResponse<String> refused = store(1, "lots", "9 o'clock", "17:00");
    assertEquals(422, refused.statusCode());
    assertTrue(refused.body().contains("A whole number from 1 to 500."));
    assertTrue(refused.body().contains("Both times are needed"));
    assertTrue(refused.body().contains("value=\"lots\""));
    assertTrue(refused.body().contains("value=\"17:00\""));
    for (String number : List.of("0", "501", "-3", "1e2", "99999999999")) {
      assertEquals(422, store(1, number, "", "").statusCode(), number);
    }
    assertEquals(1, plan().version());
  }

  @Test
  void no_protocol_can_be_permitted_that_is_not_there() {
    HttpResponse<String> made =
        maya.post(
            "/clients/amara/limits",
            "seen",
            "1",
            "protocols",
            "made_up",
            "messages",
            "5",
            "model",
            "off");
    assertEquals(422, made.statusCode());
    assertFalse(plan().protocols().contains("made_up"));
  }

  @Test
  void a_client_without_limits_gets_them_and_until_then_nothing_starts() {
    practice.shelves.plans().remove(amara.id);
    assertEquals(Optional.of(new Limit.NoPlan()), next());
    assertTrue(maya.get("/clients/amara/limits").body().contains("Nobody has set limits yet"));
    assertEquals(303, store(0, "12", "", "").statusCode());
    assertEquals(Optional.empty(), next());
  }
}
