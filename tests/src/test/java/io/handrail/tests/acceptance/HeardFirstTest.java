package io.handrail.tests.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.tests.stage.Device;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Risk is heard first, wherever the client stands; these stories need no browser. */
class HeardFirstTest {
  private static final String PASSIVE = "Some nights I wish I would not wake up again";
  private static Clinic clinic;

  @BeforeAll
  static void open() {
    clinic = Clinic.open();
  }

  private static Device begun(String name) {
    Device device = Device.signedIn(clinic.product().chat(), clinic.who(name));
    String page = device.get("/welcome").body();
    String version = page.replaceAll("(?s).*name=\"version\" value=\"([^\"]+)\".*", "$1");
    Map<String, String> form = Map.of("agree", "yes", "model", "no", "version", version);
    assertEquals(303, device.post("/welcome", form).statusCode());
    assertTrue(device.tap("start:thought_record").whole());
    return device;
  }

  private static String mode(Device device) {
    return device.get("/chat").body().replaceAll("(?s).*data-mode=\"([a-z]+)\".*", "$1");
  }

  @Test
  void a_yes_to_the_direct_question_is_no_answer_to_the_worksheet() {
    try (Device device = begun("yes")) {
      Device.Reply concern = device.say(PASSIVE);
      assertTrue(concern.text().matches("(?s).*wished you were dead.*"), concern.text());
      assertTrue(device.say("Yes").whole());
      assertFalse(mode(device).equals("answer"), "the exercise does not go on");
    }
    try (Device therapist = Device.signedIn(clinic.product().portal(), clinic.who("therapist"))) {
      String risk = therapist.get("/risk").body();
      String card = risk.substring(risk.indexOf("id=\"yes\""));
      card = card.substring(0, card.indexOf("</article>"));
      assertTrue(card.contains(PASSIVE), "the first words are in the queue");
      assertTrue(card.contains(">Yes<"), "and so is the answer: " + card);
    }
  }

  @Test
  void a_no_to_the_direct_question_leads_back_to_the_exercise() {
    try (Device device = begun("no")) {
      assertTrue(device.say(PASSIVE).text().contains("?"));
      Device.Reply ever = device.say("No, nothing like that.");
      assertTrue(ever.text().contains("end your life"), ever.text());
      assertTrue(!mode(device).equals("answer"), "the question stands");
      Device.Reply no = device.say("no, never");
      assertTrue(no.whole());
      assertTrue(no.text().contains("Thank"), no.text());
      assertFalse(no.text().contains("999"), no.text());
      assertEquals("answer", mode(device), no.text());
    }
  }

  @Test
  void words_of_danger_are_heard_before_any_consent() {
    try (Device device = Device.signedIn(clinic.product().chat(), clinic.who("early"))) {
      Device.Reply reply = device.say("I want to kill myself tonight");
      assertTrue(reply.whole(), "status " + reply.status());
      assertTrue(reply.text().contains("999"), reply.text());
      assertEquals(200, device.get("/chat").statusCode(), "the support page is open");
    }
  }

  @Test
  void a_hold_lets_nothing_start_and_a_message_sent_again_is_no_second_turn() {
    try (Device device = begun("again")) {
      String id = UUID.randomUUID().toString();
      Device.Reply once = device.say(id, "I am going to kill myself");
      Device.Reply twice = device.say(id, "I am going to kill myself");
      assertEquals(once.seq(), twice.seq());
      assertEquals(once.lines(), twice.lines());
      for (String move :
          new String[] {"start:check_in", "start:thought_record", "resume", "skip"}) {
        Device.Reply held = device.tap(move);
        assertTrue(held.whole(), move);
        assertFalse(mode(device).equals("answer"), move + " starts nothing");
      }
      assertTrue(device.say("You misunderstood, I meant it as a joke").whole());
      assertFalse(mode(device).equals("answer"), "words do not end a hold");
    }
  }
}
