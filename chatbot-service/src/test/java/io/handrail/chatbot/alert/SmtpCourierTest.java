package io.handrail.chatbot.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Fault;
import io.handrail.care.conversation.Level;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** E-mail through a real mail server. */
class SmtpCourierTest {
  private final Clinic clinic = new Clinic();
  private GreenMail server;
  private int port;

  @BeforeEach
  void free() throws IOException {
    try (var probe = new ServerSocket(0)) {
      port = probe.getLocalPort();
    }
  }

  @AfterEach
  void down() {
    if (server != null) server.stop();
  }

  private void up() {
    server = new GreenMail(new ServerSetup(port, "127.0.0.1", "smtp"));
    server.setUser("alerts@harbour.example", "alerts", "p:w@rd+1");
    server.start();
  }

  private SmtpCourier courier(String who) {
    var environment =
        Map.of(
            "HANDRAIL_SMTP_URL",
            "smtp://" + who + "127.0.0.1:" + port,
            "HANDRAIL_MAIL_FROM",
            "Handrail <alerts@harbour.example>");
    var settings = AlertSettings.read(environment, 8081);
    return new SmtpCourier(settings.mail().orElseThrow(), clinic.clock);
  }

  @Test
  void a_flag_reaches_the_clinicians_mailbox() throws Exception {
    up();
    clinic.raise(Level.CRISIS);
    clinic.node("a", courier("alerts:p%3Aw%40rd+1@")).pass();
    MimeMessage mail = server.getReceivedMessages()[0];
    assertEquals("obi@harbour.example", mail.getAllRecipients()[0].toString());
    assertTrue(mail.getSubject().startsWith("Handrail: answer now [F-"));
    assertEquals("high", mail.getHeader("Importance")[0]);
    assertTrue(mail.getMessageID().endsWith("@alerts.handrail>"));
    String whole = GreenMailUtil.getWholeMessage(mail);
    assertTrue(whole.contains("https://portal.example/risk"));
    assertFalse(whole.toLowerCase(java.util.Locale.ROOT).contains("amara"), whole);
    assertFalse(whole.contains(Clinic.WORDS));
  }

  @Test
  void a_server_that_is_down_is_tried_until_it_is_up() {
    String flag = clinic.raise(Level.CRISIS);
    Deliverer node = clinic.node("a", courier(""));
    node.pass();
    clinic.walk(node, Duration.ofMinutes(2));
    assertEquals(Optional.of(Fault.UNREACHABLE), clinic.delivery(flag).history().getLast().fault());
    up();
    clinic.walk(node, Duration.ofMinutes(4));
    assertEquals(1, server.getReceivedMessages().length);
    assertTrue(clinic.delivery(flag).left());
    server.stop();
    clinic.walk(node, Duration.ofMinutes(11));
    up();
    clinic.walk(node, Duration.ofMinutes(10));
    assertEquals(
        "tom@harbour.example",
        GreenMailUtil.getAddressList(recipients(0)),
        "after a second outage");
  }

  private jakarta.mail.Address[] recipients(int index) {
    try {
      return server.getReceivedMessages()[index].getAllRecipients();
    } catch (jakarta.mail.MessagingException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_wrong_password_is_a_refusal_and_not_an_outage() {
    up();
    server.getManagers().getUserManager().setAuthRequired(true);
    String flag = clinic.raise(Level.CRISIS);
    clinic.node("a", courier("alerts:wrong@")).pass();
    assertEquals(Optional.of(Fault.REFUSED), clinic.delivery(flag).history().getLast().fault());
  }

  @Test
  void a_server_that_never_says_a_word_is_given_up_on() throws IOException {
    try (var silent = new ServerSocket(port)) {
      assertTrue(silent.isBound());
      String flag = clinic.raise(Level.CRISIS);
      clinic.node("a", new InTime(courier(""), Duration.ofMillis(500))).pass();
      assertEquals(Optional.of(Fault.SLOW), clinic.delivery(flag).history().getLast().fault());
    }
  }

  @Test
  void a_repeat_carries_the_same_message_id() throws Exception {
    up();
    clinic.raise(Level.CRISIS);
    var bag = new Bag(Channel.EMAIL);
    clinic.node("a", bag).pass();
    SmtpCourier courier = courier("");
    assertEquals(Optional.empty(), courier.carry(bag.taken.getFirst()));
    assertEquals(Optional.empty(), courier.carry(bag.taken.getFirst()));
    MimeMessage[] both = server.getReceivedMessages();
    assertEquals(both[0].getMessageID(), both[1].getMessageID());
  }
}
