package io.handrail.chatbot.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Invitation;
import io.handrail.care.clinic.InvitationCode;
import io.handrail.care.homework.Homework;
import io.handrail.web.page.Messages;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The client's pages over HTTP: who may see them, what they say, and what they let nobody do. */
class ClientPagesTest {
  private static final String HOSTILE =
      "<img src=x onerror=alert(1)>\"'&${1+1}<script>alert(2)</script>";
  private static Ward ward;

  @BeforeAll
  static void open() {
    ward = new Ward();
  }

  @AfterAll
  static void close() {
    ward.close();
  }

  @Test
  void every_message_is_there_in_every_language() {
    assertEquals(Set.of(), Messages.of("chatbot").gaps());
  }

  @Test
  void nobody_sees_a_clients_page_without_signing_in() {
    var phone = new Phone(ward.url());
    for (String path : List.of("/", "/chat", "/records", "/homework", "/about", "/welcome")) {
      var answer = phone.get(path);
      assertEquals(303, answer.statusCode(), path);
      assertTrue(answer.headers().firstValue("Location").orElse("").startsWith("/sign-in"), path);
    }
  }

  @Test
  void a_client_who_has_not_agreed_is_shown_the_agreement_first() {
    ClientId id = newcomer("first-use", "Ada Brook", "en");
    var phone = new Phone(ward.url());
    phone.post("/sign-in", "name", id.value(), "password", Ward.PASSWORD);
    assertEquals("/welcome", location(phone.get("/")));
    assertEquals("/welcome", location(phone.get("/chat")));
    assertEquals(
        "/welcome",
        location(phone.post("/chat/messages", "id", "start-0001", "move", "start:thought_record")));
    String welcome = phone.get("/welcome").body();
    int risk = welcome.indexOf("The one thing we do not keep quiet");
    assertTrue(
        risk > 0 && risk < welcome.indexOf("name=\"agree\""),
        "the exception comes before the choice");
    assertEquals(
        422, phone.post("/welcome", "model", "yes", "version", Agreement.VERSION).statusCode());
    assertTrue(ward.shelves.consents().get(id).isEmpty());
    assertEquals(
        "/",
        location(
            phone.post("/welcome", "agree", "yes", "model", "no", "version", Agreement.VERSION)));
    var consent = ward.shelves.consents().get(id).orElseThrow();
    assertEquals(Agreement.VERSION, consent.version());
    assertFalse(consent.model());
    assertEquals(200, phone.get("/").statusCode());
  }

  @Test
  void words_are_heard_before_any_agreement() {
    ClientId id = newcomer("unheard", "Noor Vale", "en");
    var phone = new Phone(ward.url());
    phone.post("/sign-in", "name", id.value(), "password", Ward.PASSWORD);
    phone.post("/chat/messages", "id", "crisis-0001", "text", PlainConversing.CRISIS);
    assertEquals(1, ward.shelves.turns().last(id, 9).size());
    assertEquals(
        200, phone.get("/chat").statusCode(), "on hold the chat opens without an agreement");
  }

  @Test
  void an_agreement_to_another_text_is_not_taken() {
    ClientId id = newcomer("old-text", "Ivo Reed", "en");
    var phone = new Phone(ward.url());
    phone.post("/sign-in", "name", id.value(), "password", Ward.PASSWORD);
    assertEquals(
        422,
        phone.post("/welcome", "agree", "yes", "model", "yes", "version", "2019-01").statusCode());
    assertTrue(ward.shelves.consents().get(id).isEmpty());
  }

  @Test
  void the_choice_about_a_model_can_be_changed_and_everything_taken_back() {
    ClientId id = newcomer("changes", "Una March", "en");
    var phone = ward.phone(id);
    assertEquals("/about?saved=1", location(phone.post("/about/model", "model", "yes")));
    assertTrue(ward.shelves.consents().get(id).orElseThrow().model());
    phone.post("/about/withdraw", "sure", "yes");
    assertFalse(ward.shelves.consents().get(id).orElseThrow().stands());
    assertFalse(phone.get("/").body().contains("start:thought_record"));
    assertEquals(
        "/welcome",
        location(phone.post("/chat/messages", "id", "start-0002", "move", "start:thought_record")));
    assertEquals(200, phone.get("/records").statusCode());
  }

  @Test
  void every_page_is_in_the_clients_language() {
    var phone = ward.phone(Ward.LUCIA);
    assertTrue(phone.get("/").body().contains("Quién te acompaña"));
    assertTrue(phone.get("/about").body().contains("Quién ve lo que escribes"));
    assertTrue(phone.get("/help-now").body().contains("Ayuda ahora mismo"));
    assertTrue(phone.get("/chat").body().contains("lang=\"es\""));
  }

  @Test
  void hostile_text_comes_out_as_text_on_every_page() {
    ClientId id = newcomer("hostile", HOSTILE.substring(0, 28), "en");
    var phone = ward.phone(id);
    Instant now = Instant.now();
    ward.homework(
        id,
        Homework.proposed("hw-x", HOSTILE, HOSTILE, Optional.empty(), HOSTILE, now)
            .approved("Sam Okafor", now, HOSTILE, HOSTILE, HOSTILE));
    phone.post("/chat/messages", "id", "start-0003", "move", "start:thought_record");
    phone.post("/chat/messages", "id", "said-00003", "text", HOSTILE);
    phone.post("/chat/messages", "id", "said-00004", "text", "ashamed 80");
    phone.post("/chat/messages", "id", "said-00005", "text", HOSTILE);
    phone.post("/chat/messages", "id", "stop-00001", "move", "stop");
    String run = ward.shelves.exerciseIndex().get(id).orElseThrow().entries().getFirst().run();
    for (String path :
        List.of("/", "/chat", "/homework", "/homework/hw-x", "/records", "/records/" + run)) {
      String page = phone.get(path).body();
      assertFalse(page.contains("<img src=x"), path);
      assertFalse(page.contains("<script>alert"), path);
      assertTrue(page.contains("&lt;img src=x"), path);
    }
  }

  @Test
  void foreign_and_unknown_things_are_the_same_nothing() {
    var maya = ward.phone(Ward.MAYA);
    ward.homework(
        Ward.LUCIA,
        Homework.proposed("hw-lucia", "llamar", "", Optional.empty(), "L", Instant.now()));
    String unknown = maya.get("/homework/hw-nobody").body();
    var foreign = maya.get("/homework/hw-lucia");
    assertEquals(404, foreign.statusCode());
    assertEquals(unknown, foreign.body());
    assertEquals(404, maya.get("/records/run-77").statusCode());
    assertEquals(404, maya.get("/records/..%2f..").statusCode());
  }

  @Test
  void a_comment_is_unread_until_it_is_opened() {
    ClientId id = newcomer("reader", "Rui Salt", "en");
    var phone = ward.phone(id);
    Instant now = Instant.now();
    ward.homework(
        id,
        Homework.proposed("hw-1", "walk", "Tuesday", Optional.empty(), "Rui Salt", now)
            .approved("Sam Okafor", now, "walk", "Tuesday", "Ten minutes counts."));
    assertTrue(phone.get("/").body().contains("1 unread comment"));
    assertTrue(phone.get("/homework/hw-1").body().contains("Ten minutes counts."));
    assertFalse(phone.get("/").body().contains("unread comment"));
  }

  @Test
  void a_report_moves_the_homework_on_and_is_said_once() {
    ClientId id = newcomer("reporter", "Pia North", "en");
    var phone = ward.phone(id);
    Instant now = Instant.now();
    ward.homework(
        id,
        Homework.proposed("hw-1", "walk", "", Optional.empty(), "Pia North", now)
            .approved("Sam Okafor", now, "walk", "", ""));
    assertEquals(
        422, phone.post("/homework/hw-1/report", "text", "  ", "went", "yes").statusCode());
    assertEquals(
        "/homework?saved=1",
        location(
            phone.post(
                "/homework/hw-1/report",
                "text",
                "It rained, I went.",
                "went",
                "partly",
                "send",
                "report-001")));
    phone.post("/homework/hw-1/report", "text", "again", "went", "yes", "send", "report-002");
    var done = ward.shelves.homework().get(id).orElseThrow().find("hw-1").orElseThrow();
    assertEquals(Homework.Status.DONE, done.status());
    assertEquals("Partly done. It rained, I went.", done.history().getLast().comment());
    assertEquals(1, ward.shelves.caseload().get(id).orElseThrow().homeworkWaiting());
  }

  @Test
  void a_report_that_asks_for_a_person_is_heard_as_a_message() {
    ClientId id = newcomer("urgent", "Leo Marsh", "en");
    var phone = ward.phone(id);
    Instant now = Instant.now();
    ward.homework(
        id,
        Homework.proposed("hw-1", "walk", "", Optional.empty(), "Leo Marsh", now)
            .approved("Sam Okafor", now, "walk", "", ""));
    String to =
        location(
            phone.post(
                "/homework/hw-1/report",
                "text",
                PlainConversing.CRISIS,
                "went",
                "no",
                "send",
                "report-003"));
    assertEquals("/chat#end", to);
    assertTrue(ward.shelves.turns().last(id, 1).getFirst().state().hold().isPresent());
    assertTrue(phone.get("/chat").body().contains("tel:999"));
  }

  @Test
  void an_invitation_lets_one_person_in_once() {
    var id = new ClientId(Ward.CLINIC, "invited");
    ward.client(id, "Kit Ford", "en", Client.Enrolment.INVITED, Instant.now());
    var code = InvitationCode.make(new SecureRandom());
    ward.shelves
        .invitations()
        .insert(
            code.key(),
            new Invitation(id, Ward.SAM, Instant.now().plus(Duration.ofDays(1)), Optional.empty()));
    var phone = new Phone(ward.url());
    assertEquals(404, phone.get("/join/ABCD-EFGH-JKMN").statusCode());
    ward.shelves.clients().change(id, client -> client.invitedBy("a later one"));
    assertEquals(404, phone.get("/join/" + code.shown()).statusCode());
    ward.shelves.clients().change(id, client -> client.invitedBy(code.key()));
    assertTrue(phone.get("/join/" + code.shown()).body().contains("Welcome, Kit"));
    assertTrue(join(phone, code, "kit", "short").contains("a little short"));
    assertTrue(join(phone, code, "maya", Ward.PASSWORD).contains("already"));
    assertTrue(join(phone, code, "a b", Ward.PASSWORD).contains("without spaces"));
    var joined =
        phone.post("/join", "code", code.shown(), "name", "kit", "password", Ward.PASSWORD);
    assertEquals("/welcome", location(joined));
    assertEquals(200, phone.get("/welcome").statusCode());
    assertEquals(404, new Phone(ward.url()).get("/join/" + code.shown()).statusCode());
  }

  private static String join(Phone phone, InvitationCode code, String name, String password) {
    var answer = phone.post("/join", "code", code.shown(), "name", name, "password", password);
    assertEquals(422, answer.statusCode());
    return answer.body();
  }

  @Test
  void help_now_needs_no_sign_in_and_says_nothing_personal() {
    var stranger = new Phone(ward.url()).get("/help-now", "Accept-Language", "en-IE");
    assertEquals(200, stranger.statusCode());
    assertTrue(stranger.body().contains("tel:116123"));
    assertTrue(stranger.body().contains("tel:112"));
    String known = ward.phone(Ward.MAYA).get("/help-now").body();
    assertTrue(known.contains("tel:999"), "the clinic's region");
    assertFalse(known.contains("Maya"));
    assertFalse(known.contains("Okafor"));
  }

  @Test
  void every_page_has_the_way_to_help() {
    var phone = ward.phone(Ward.MAYA);
    for (String path :
        List.of(
            "/", "/chat", "/records", "/homework", "/about", "/welcome", "/join", "/sign-in?x")) {
      var answer = path.startsWith("/sign-in") ? new Phone(ward.url()).get(path) : phone.get(path);
      assertTrue(answer.body().contains("href=\"/help-now\""), path);
    }
    assertTrue(
        phone.get("/homework/none").body().contains("/help-now"), "a page that is not there");
  }

  @Test
  void the_app_can_be_installed() {
    var phone = new Phone(ward.url());
    var manifest = phone.get("/manifest.webmanifest", "Accept", "application/manifest+json");
    assertEquals(200, manifest.statusCode());
    assertTrue(manifest.body().contains("\"start_url\":\"/\""));
    var worker = phone.get("/sw.js");
    assertEquals(200, worker.statusCode());
    assertTrue(
        worker.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"));
  }

  private static String location(java.net.http.HttpResponse<?> answer) {
    assertEquals(303, answer.statusCode());
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static ClientId newcomer(String value, String name, String language) {
    var id = new ClientId(Ward.CLINIC, value);
    ward.client(id, name, language, Client.Enrolment.ACTIVE, Instant.now());
    return id;
  }
}
