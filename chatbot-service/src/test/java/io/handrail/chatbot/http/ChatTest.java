package io.handrail.chatbot.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A message in, a stream out; and what others append, however the line breaks. */
@Timeout(60)
class ChatTest {
  private static final String STREAM = "text/event-stream";
  private static final AtomicInteger NAMES = new AtomicInteger();
  private static Ward ward;

  @BeforeAll
  static void open() {
    ward = new Ward();
  }

  @AfterAll
  static void close() {
    ward.close();
  }

  @AfterEach
  void calm() {
    ward.conversing.busy = false;
    ward.conversing.meanwhile = () -> {};
  }

  @Test
  void a_turn_streams_as_opened_lines_and_closed() {
    var phone = ward.phone(someone());
    var answer =
        phone.json(
            "/chat/messages", "{\"id\":\"start-0001\",\"move\":\"start:thought_record\"}", STREAM);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(STREAM));
    List<String> names = fields(answer.body(), "event");
    assertEquals("opened", names.getFirst());
    assertEquals("closed", names.getLast());
    assertTrue(names.contains("line"));
    assertEquals(List.of("1", "1.0", "1.c"), fields(answer.body(), "id"));
    assertTrue(answer.body().contains("\\\"l-1-0\\\""), "a line is drawn with its id");
    assertTrue(answer.body().contains("sheet-line now"));
  }

  @Test
  void the_same_id_again_is_no_second_turn() {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    for (int i = 0; i < 3; i++) {
      var answer =
          phone.json(
              "/chat/messages",
              "{\"id\":\"same-00001\",\"text\":\"my manager walked past\"}",
              STREAM);
      assertEquals(List.of("2", "2.0", "2.c"), fields(answer.body(), "id"));
    }
    assertEquals(2, ward.shelves.turns().last(id, 9).size());
  }

  @Test
  void without_script_a_message_leads_back_to_the_chat() {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    var answer = phone.post("/chat/messages", "id", "said-00001", "text", "my manager walked past");
    assertEquals(303, answer.statusCode());
    assertEquals("/chat#end", answer.headers().firstValue("Location").orElseThrow());
    String page = phone.get("/chat").body();
    assertTrue(page.contains("my manager walked past"));
    assertTrue(page.contains("Step 2 of 8"));
  }

  @Test
  void a_message_that_cannot_be_taken_comes_back_in_the_box() {
    var phone = ward.phone(someone());
    start(phone);
    ward.conversing.busy = true;
    var answer = phone.post("/chat/messages", "id", "said-00009", "text", "do not lose this");
    assertEquals(409, answer.statusCode());
    assertTrue(answer.body().contains("do not lose this</textarea>"));
    var script =
        phone.json(
            "/chat/messages", "{\"id\":\"said-00009\",\"text\":\"do not lose this\"}", STREAM);
    assertEquals(409, script.statusCode());
    assertTrue(script.body().contains("\"busy\""));
  }

  @Test
  void ticked_options_are_one_tap_in_the_clients_words() {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    say(phone, "my manager walked past", "ashamed 80", "I am not good enough", "85");
    phone.post(
        "/chat/messages", "id", "ticks-0001", "move", "pick", "option", "mind", "option", "future");
    var tapped = (Opening.Tapped) ward.shelves.turns().last(id, 1).getFirst().opening();
    assertEquals("pick:mind,future", tapped.move());
    assertEquals("Reading minds, Telling the future", tapped.label());
  }

  @Test
  void a_tap_says_what_the_page_said_and_not_what_the_device_claims() {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    phone.json(
        "/chat/messages",
        "{\"id\":\"why-000001\",\"move\":\"why\",\"label\":\"I want to go home\"}",
        "application/json");
    assertEquals(
        "Why?", ((Opening.Tapped) ward.shelves.turns().last(id, 1).getFirst().opening()).label());
  }

  @Test
  void nothing_and_too_much_are_refused_kindly() {
    var phone = ward.phone(someone());
    assertEquals(
        422,
        phone
            .json("/chat/messages", "{\"id\":\"said-00001\",\"text\":\"  \"}", STREAM)
            .statusCode());
    assertEquals(422, phone.json("/chat/messages", "{\"text\":\"no id\"}", STREAM).statusCode());
    assertEquals(
        422,
        phone
            .json("/chat/messages", "{\"id\":\"said-00001\",\"move\":\"fly\"}", STREAM)
            .statusCode());
    String much = "{\"id\":\"said-00001\",\"text\":\"" + "a".repeat(4001) + "\"}";
    var answer = phone.json("/chat/messages", much, STREAM);
    assertEquals(413, answer.statusCode());
    assertTrue(answer.body().contains("two or three parts"));
  }

  @Test
  void a_finished_exercise_closes_calmly_with_its_record() {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    say(phone, "my manager walked past", "ashamed 80", "I am not good enough", "85");
    phone.post("/chat/messages", "id", "ticks-0002", "move", "pick:none");
    phone.post("/chat/messages", "id", "ticks-0003", "move", "pick:evidence");
    say(phone, "She was busy", "ashamed 30");
    String page = phone.get("/chat").body();
    assertTrue(page.contains("That is the whole exercise"));
    String run = ward.shelves.exerciseIndex().get(id).orElseThrow().entries().getFirst().run();
    assertTrue(page.contains("/records/" + run));
    String record = phone.get("/records/" + run).body();
    assertTrue(record.contains("I am not good enough"));
    assertTrue(record.contains("width=\"30%\""), "the rating is drawn");
  }

  @Test
  void the_longest_message_and_a_first_empty_page_are_shown_whole() {
    ClientId id = someone();
    var phone = ward.phone(id);
    assertTrue(phone.get("/chat").body().contains("Nothing here yet"));
    assertTrue(phone.get("/records").body().contains("No exercise yet"));
    assertTrue(phone.get("/homework").body().contains("No homework yet"));
    String longest = "word ".repeat(799) + "last.";
    assertEquals(
        303, phone.post("/chat/messages", "id", "long-00001", "text", longest).statusCode());
    assertTrue(phone.get("/chat").body().contains(longest));
  }

  @Test
  void an_earlier_page_of_a_long_journal_can_be_asked_for() {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    for (int i = 0; i < 50; i++) write(id, "note " + i);
    String page = phone.get("/chat").body();
    assertFalse(page.contains("id=\"t-1\""));
    assertTrue(page.contains("/chat?from=1"));
    assertTrue(phone.get("/chat?from=1").body().contains("id=\"t-1\""));
  }

  @Test
  void a_hold_shows_numbers_and_keeps_the_box() {
    var phone = ward.phone(someone());
    start(phone);
    phone.post("/chat/messages", "id", "crisis-001", "text", PlainConversing.CRISIS);
    String page = phone.get("/chat").body();
    assertTrue(page.contains("tel:999"));
    assertTrue(page.contains("value=\"grounding\""));
    assertTrue(page.contains("<textarea id=\"text\""));
    assertFalse(page.contains("value=\"skip\""));
    assertTrue(phone.get("/").body().contains("on hold"));
  }

  @Test
  void another_device_hears_what_is_appended_and_resumes_where_it_was() throws Exception {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    var tablet = ward.phone(id);
    try (Stream<String> lines = tablet.listen("/chat/events?after=1").body()) {
      var heard = lines.iterator();
      phone.post("/chat/messages", "id", "said-00001", "text", "my manager walked past");
      assertEquals("2.c", last(heard, "2.c"));
      write(id, "Well done for writing this down.");
      assertEquals("3.c", last(heard, "3.c"));
    }
    try (Stream<String> lines = tablet.listen("/chat/events", "Last-Event-ID", "2.0").body()) {
      var heard = lines.iterator();
      assertEquals("2.c", next(heard), "what it had is not sent again");
      assertEquals("3", next(heard));
      assertEquals("3.c", next(heard));
    }
  }

  @Test
  void a_page_loaded_in_the_middle_of_a_turn_gets_the_rest() throws Exception {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    var opened = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    ward.conversing.meanwhile =
        () -> {
          opened.countDown();
          await(goOn);
        };
    var sender = Thread.ofVirtual().start(() -> say(phone, "my manager walked past"));
    await(opened);
    var tablet = ward.phone(id);
    String page = tablet.get("/chat").body();
    assertTrue(page.contains("data-after=\"1\""));
    assertTrue(page.contains("id=\"t-2\""));
    try (Stream<String> lines = tablet.listen("/chat/events?after=1").body()) {
      var heard = lines.iterator();
      assertEquals("2", next(heard));
      goOn.countDown();
      assertEquals("2.0", next(heard));
      assertEquals("2.c", next(heard));
    }
    sender.join();
  }

  @Test
  void an_open_stream_ends_when_the_client_may_no_longer_take_part() {
    ClientId id = someone();
    var phone = ward.phone(id);
    start(phone);
    var events = phone.listen("/chat/events?after=1");
    ward.shelves
        .clients()
        .change(
            id,
            c ->
                new Client(
                    c.id(),
                    c.name(),
                    c.zone(),
                    c.language(),
                    Client.Enrolment.DISCHARGED,
                    c.enrolledAt(),
                    c.clinician(),
                    c.since(),
                    c.synthetic()));
    long before = System.nanoTime();
    events.body().forEach(line -> {});
    assertTrue(System.nanoTime() - before < TimeUnit.SECONDS.toNanos(8));
    assertEquals(404, phone.get("/chat").statusCode());
    assertEquals(
        404,
        phone
            .json("/chat/messages", "{\"id\":\"said-00001\",\"text\":\"hello\"}", STREAM)
            .statusCode());
  }

  @Test
  void where_a_device_stands_is_read_from_the_last_event_it_had() {
    assertEquals(
        new EventsController.Place(7, true, 0), EventsController.Place.read("7").orElseThrow());
    assertEquals(
        new EventsController.Place(7, true, 3), EventsController.Place.read("7.2").orElseThrow());
    assertEquals(
        new EventsController.Place(8, false, 0), EventsController.Place.read("7.c").orElseThrow());
    for (String bad : List.of("", "x", "7.", "7.d", "-1", "7.1.1", "99999999999999999999")) {
      assertEquals(Optional.empty(), EventsController.Place.read(bad), bad);
    }
  }

  private static void write(ClientId id, String text) {
    Turn last = ward.shelves.turns().last(id, 1).getFirst();
    State state = last.state();
    var turn =
        new Turn(
            new TurnId(id, last.id().seq() + 1),
            ConversationId.startingAt(1),
            Instant.now(),
            new Opening.Wrote(Ward.SAM, "Sam Okafor", text),
            Screening.NOTHING_SAID,
            List.of(),
            state,
            List.of(),
            Optional.empty());
    ward.shelves.turns().open(turn);
    ward.shelves
        .turns()
        .close(
            turn.closed(
                new Closing(Instant.now(), new Outcome.Noted(), Provenance.NONE, List.of()),
                state));
  }

  private static void start(Phone phone) {
    phone.post("/chat/messages", "id", "start-0001", "move", "start:thought_record");
  }

  private static void say(Phone phone, String... texts) {
    for (String text : texts) {
      phone.post("/chat/messages", "id", "said-" + NAMES.incrementAndGet() + "-000", "text", text);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(20, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String next(java.util.Iterator<String> lines) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith("id: ")) return line.substring(4);
    }
    return "the end";
  }

  private static String last(java.util.Iterator<String> lines, String awaited) {
    String id = "";
    while (!id.equals(awaited) && lines.hasNext()) {
      id = next(lines);
      if (id.equals("the end")) break;
    }
    return id;
  }

  private static List<String> fields(String body, String field) {
    return body.lines()
        .filter(l -> l.startsWith(field + ": "))
        .map(l -> l.substring(field.length() + 2))
        .toList();
  }

  private static ClientId someone() {
    var id = new ClientId(Ward.CLINIC, "someone-" + NAMES.incrementAndGet());
    ward.client(id, "Maya Lindqvist", "en", Client.Enrolment.ACTIVE, Instant.now());
    return id;
  }
}
