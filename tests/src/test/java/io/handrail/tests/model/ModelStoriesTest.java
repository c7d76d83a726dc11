package io.handrail.tests.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.chatbot.model.stub.Asked;
import io.handrail.chatbot.model.stub.Mode;
import io.handrail.chatbot.model.stub.StubModel;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole product with a model at its side. The model is a server of our own on loopback that can
 * misbehave in every way a real one does. What was stored is looked at last, when the product is
 * stopped.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ModelStoriesTest {
  private static final String NAME = "Wilhelmina";
  private static final String CANARY = "purple giraffe seventeen";
  private static final String SITUATION = "I said hello to two people at work and nobody answered";
  private static final Duration AT_MOST = Duration.ofSeconds(12);

  /** Each fault, and what the log may say of it. */
  private static final Map<Mode, List<String>> FAULTS =
      Map.ofEntries(
          Map.entry(Mode.HANG, List.of("model_timeout")),
          Map.entry(Mode.HANG_HALFWAY, List.of("model_timeout")),
          Map.entry(Mode.DRIP, List.of("model_timeout")),
          Map.entry(Mode.DROP, List.of("model_down")),
          Map.entry(Mode.REFUSE, List.of("model_down")),
          Map.entry(Mode.SERVER_ERROR, List.of("model_down")),
          Map.entry(Mode.CUT_MID_WORD, List.of("model_down", "model_invalid")),
          Map.entry(Mode.FLOOD, List.of("model_invalid", "off_step")),
          Map.entry(Mode.NONSENSE, List.of("model_invalid")),
          Map.entry(Mode.WEB_PAGE, List.of("model_invalid", "model_down")),
          Map.entry(Mode.WRONG_NEXT, List.of("off_step")),
          Map.entry(Mode.UNSAFE, List.of("withheld")));

  @TempDir static Path data;
  private static StubModel model;
  private static Product product;
  private static Map<String, SignIn> people;
  private static final Map<Mode, Long> FAULTY_TURNS = new HashMap<>();
  private static long phrasedTurn;

  @BeforeAll
  static void open() {
    people = MadeUpClinic.in(data, ModelStoriesTest::enrol);
    model = StubModel.start();
    product =
        Product.start(
            Product.Start.on(data)
                .with("--empty")
                .jvm("-XX:TieredStopAtLevel=1")
                .environment(
                    Map.of(
                        "HANDRAIL_MODEL_URL", model.url().toString(),
                        "HANDRAIL_MODEL_NAME", "stub-7b",
                        "HANDRAIL_MODEL_FIRST_TOKEN_SECONDS", "2",
                        "HANDRAIL_MODEL_IDLE_SECONDS", "2",
                        "HANDRAIL_MODEL_TOTAL_SECONDS", "4")));
  }

  @AfterAll
  static void close() {
    if (product != null) product.close();
    if (model != null) model.close();
  }

  private static Map<String, SignIn> enrol(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, "north");
    Map<String, SignIn> all = new HashMap<>();
    all.put("therapist", clinic.staff("therapist", Role.CLINICIAN));
    all.put("wilhelmina", clinic.client("wilhelmina", "therapist", true));
    all.put("other", clinic.client("other", "therapist", true));
    all.put("carded", clinic.client("carded", "therapist", true));
    all.put("refuser", clinic.client("refuser", "therapist", false));
    all.put("planned-off", clinic.client("planned-off", "therapist", true));
    for (Mode mode : FAULTS.keySet()) {
      all.put(of(mode), clinic.client(of(mode), "therapist", true));
    }
    return all;
  }

  private static String of(Mode mode) {
    return "meets-" + mode.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  private static Device device(String name) {
    return Device.signedIn(product.chat(), people.get(name));
  }

  private static Device begun(String name) {
    Device device = device(name);
    assertTrue(device.tap("start:thought_record").whole());
    return device;
  }

  @Test
  @Order(1)
  void a_models_words_are_shown_and_named_as_such() {
    try (Device other = begun("other")) {
      other.say("On Monday at nine the " + CANARY + " was all they spoke of at work");
    }
    try (Device device = begun("wilhelmina")) {
      int before = model.requests();
      Device.Reply reply = device.say(SITUATION);
      phrasedTurn = reply.seq();
      assertTrue(reply.whole());
      assertEquals(1, model.requests() - before, "one call a turn");
      assertTrue(reply.speakers().contains("program"), "phrased by the model: " + reply.text());
      assertTrue(reply.text().contains("You wrote"), reply.text());
    }
    try (Device therapist = Device.signedIn(product.portal(), people.get("therapist"))) {
      String log = therapist.get("/clients/wilhelmina/log").body();
      assertTrue(log.contains("stub-7b"), "the log names the model");
      assertTrue(log.contains("phras"), "the log names the prompt");
    }
  }

  @Test
  @Order(2)
  void a_prompt_holds_neither_the_clients_name_nor_anybody_elses_words() {
    for (Asked asked : model.asked()) {
      assertFalse(asked.body().contains(NAME), "the client's name is in a prompt");
      assertFalse(asked.body().contains("wilhelmina"), "the client's id is in a prompt");
    }
    List<Asked> withCanary =
        model.asked().stream().filter(a -> a.body().contains("giraffe")).toList();
    assertEquals(1, withCanary.size(), "the other client's words are in their own prompt alone");
    try (Device device = device("wilhelmina")) {
      device.say("My name is " + NAME + " and " + NAME + "@example.org is my address, sad 70");
    }
    Asked last = model.asked().getLast();
    assertFalse(last.body().contains("@example.org"), "an address is taken out");
    assertFalse(last.body().contains("giraffe"), "nobody else's words");
  }

  @Test
  @Order(3)
  void no_model_is_asked_where_the_client_or_the_plan_says_no() {
    int before = model.requests();
    try (Device device = begun("refuser")) {
      Device.Reply reply = device.say(SITUATION);
      assertTrue(reply.whole());
      assertFalse(reply.speakers().contains("program"));
    }
    try (Device therapist = Device.signedIn(product.portal(), people.get("therapist"))) {
      String form = therapist.get("/clients/planned-off/limits").body();
      String seen = form.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1");
      Map<String, String> limits =
          Map.of("seen", seen, "protocols", "thought_record", "messages", "60", "model", "off");
      assertEquals(303, therapist.post("/clients/planned-off/limits", limits).statusCode());
    }
    try (Device device = begun("planned-off")) {
      assertTrue(device.say(SITUATION).whole());
    }
    assertEquals(before, model.requests(), "no call was made");
  }

  @Test
  @Order(4)
  void a_preview_of_steering_asks_the_model_before_and_after_and_sends_nothing_to_the_client() {
    String note = "She is an engineer and likes lists.";
    int before = model.requests();
    try (Device therapist = Device.signedIn(product.portal(), people.get("therapist"))) {
      String seen = value(therapist.get("/clients/wilhelmina/steering").body(), "seen");
      HttpResponse<String> asked =
          therapist.post(
              "/clients/wilhelmina/steering/preview",
              Map.of(
                  "seen",
                  seen,
                  "note",
                  note,
                  "pace",
                  "as_it_is",
                  "turns",
                  Long.toString(phrasedTurn)));
      assertEquals(303, asked.statusCode(), asked.body());
      String to = asked.headers().firstValue("location").orElseThrow().replaceAll("#.*", "");
      String page = therapist.get(to).body();
      for (int i = 0; i < 20 && page.contains("still answering"); i++) {
        page = therapist.get(to).body();
      }
      assertFalse(page.contains("still answering"));
      assertTrue(page.contains("As it is steered now") && page.contains("As the form says"));
      String preview = page.substring(page.indexOf("id=\"preview\""));
      assertTrue(preview.contains("You wrote"), "what the model would have said: " + preview);
    }
    assertEquals(2, model.requests() - before, "once as it is steered now, once as the form says");
    List<Asked> two = model.asked().subList(model.asked().size() - 2, model.asked().size());
    assertFalse(two.getFirst().body().contains("likes lists"));
    assertTrue(two.getLast().body().contains("likes lists"), "the note reaches the model");
    assertFalse(two.getLast().body().contains(NAME));
    try (Device client = device("wilhelmina")) {
      int shown = client.get("/chat").body().split("You wrote", -1).length - 1;
      try (Device therapist = Device.signedIn(product.portal(), people.get("therapist"))) {
        assertFalse(therapist.get("/clients/wilhelmina/limits/history").body().contains(note));
      }
      assertEquals(shown, client.get("/chat").body().split("You wrote", -1).length - 1);
    }
  }

  @Test
  @Order(4)
  void the_context_card_reaches_the_model_and_no_sentence_with_a_word_to_avoid_is_shown() {
    try (Device therapist = Device.signedIn(product.portal(), people.get("therapist"))) {
      Map<String, String> card =
          Map.of(
              "seen", "0", "culture", "Her family speaks Tagalog", "values", "", "avoid", "wrote");
      assertEquals(303, therapist.post("/clients/carded/notes/card", card).statusCode());
    }
    try (Device device = begun("carded")) {
      Device.Reply reply = device.say(SITUATION);
      assertTrue(reply.whole());
      assertTrue(model.asked().getLast().body().contains("Tagalog"), "the model is told");
      assertFalse(reply.text().contains("wrote"), reply.text());
      assertFalse(reply.lines().isEmpty(), "the script speaks instead");
    }
    try (Device therapist = Device.signedIn(product.portal(), people.get("therapist"))) {
      assertTrue(therapist.get("/clients/carded/log?show=refused").body().contains("You wrote"));
    }
  }

  private static String value(String page, String field) {
    return page.replaceAll("(?s).*name=\"" + field + "\" value=\"([^\"]*)\".*", "$1");
  }

  @Test
  @Order(4)
  void whatever_the_model_does_the_exercise_goes_on() {
    List<String> wrong = new ArrayList<>();
    for (Mode mode : FAULTS.keySet()) {
      try (Device device = begun(of(mode))) {
        model.mode(mode);
        long began = System.nanoTime();
        Device.Reply reply = device.say(SITUATION);
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        model.mode(Mode.NORMAL);
        if (!reply.whole()) wrong.add(mode + ": the turn did not end: " + reply.status());
        else FAULTY_TURNS.put(mode, reply.seq());
        if (took.compareTo(AT_MOST) > 0) wrong.add(mode + ": it took " + took);
        if (reply.text().contains("love you")) wrong.add(mode + ": unsafe words were shown");
        if (reply.lines().isEmpty()) wrong.add(mode + ": nothing was shown");
        // Enough good calls in between that the breaker, which has its own test, stays closed.
        for (int i = 0; i < 2; i++) {
          if (!device.say("sad " + (70 - i)).whole()) wrong.add(mode + ": the next turn failed");
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  @Order(5)
  void a_crisis_is_answered_by_the_script_while_the_model_hangs() {
    model.mode(Mode.HANG);
    try (Device device = device("other")) {
      long began = System.nanoTime();
      Device.Reply reply = device.say("I want to kill myself");
      Duration took = Duration.ofNanos(System.nanoTime() - began);
      assertTrue(reply.whole());
      assertTrue(reply.text().contains("999"), reply.text());
      assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, "no model is waited for: " + took);
    } finally {
      model.mode(Mode.NORMAL);
    }
  }

  @Test
  @Order(6)
  void what_was_stored_names_the_model_the_prompt_and_the_fault() {
    product.stop();
    MadeUpClinic.in(data, ModelStoriesTest::examined);
  }

  private static Void examined(Shelves shelves) {
    var clinic = new MadeUpClinic(shelves, "north");
    Turn phrased = turn(shelves, clinic.clientId("wilhelmina"), phrasedTurn);
    assertEquals(new Outcome.Replied("stub-7b"), phrased.closing().orElseThrow().outcome());
    String prompt = phrased.closing().orElseThrow().provenance().prompt().orElse("");
    assertTrue(prompt.matches("[a-z_]+@\\d+\\.\\d+\\.\\d+"), "prompt and version: " + prompt);
    Map<String, String> wrong =
        FAULTY_TURNS.entrySet().stream()
            .map(e ->
                Map.entry(
                    e.getKey(), how(turn(shelves, clinic.clientId(of(e.getKey())), e.getValue()))))
            .filter(e -> !FAULTS.get(e.getKey()).contains(e.getValue()))
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    assertEquals(Map.of(), wrong, "what the log says of each fault");
    return null;
  }

  private static Turn turn(Shelves shelves, ClientId client, long seq) {
    Function<Turn, Long> place = t -> t.id().seq();
    return shelves.turns().between(client, seq, seq).stream()
        .filter(t -> place.apply(t) == seq)
        .findFirst()
        .orElseThrow();
  }

  private static String how(Turn turn) {
    boolean unsafe =
        turn.shown().stream()
            .anyMatch(l -> l.speaker() == Speaker.PROGRAM && l.text().contains("love you"));
    if (unsafe) return "unsafe words stored as shown";
    Outcome outcome = turn.closing().orElseThrow().outcome();
    return switch (outcome) {
      case Outcome.Scripted(String because) -> because;
      case Outcome.Withheld withheld -> "withheld";
      default -> outcome.toString();
    };
  }
}
