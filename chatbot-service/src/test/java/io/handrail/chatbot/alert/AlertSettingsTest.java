package io.handrail.chatbot.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AlertSettingsTest {
  private static AlertSettings read(String... pairs) {
    var environment = new java.util.HashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) environment.put(pairs[i], pairs[i + 1]);
    return AlertSettings.read(environment, 8081);
  }

  private static String refused(String... pairs) {
    return assertThrows(IllegalArgumentException.class, () -> read(pairs)).getMessage();
  }

  @Test
  void nothing_leaves_the_machine_unless_it_is_set_up() {
    AlertSettings bare = AlertSettings.read(Map.of(), 8081);
    assertEquals(Optional.empty(), bare.mail());
    assertEquals(Optional.empty(), bare.webhook());
    assertEquals(Optional.of(URI.create("http://localhost:8081")), bare.portal());
  }

  @Test
  void mail_has_its_usual_ports() {
    String[] from = {"HANDRAIL_MAIL_FROM", "a@b.example"};
    assertEquals(
        587,
        read("HANDRAIL_SMTP_URL", "smtp://mail.example", from[0], from[1]).mail().get().port());
    assertEquals(
        465,
        read("HANDRAIL_SMTP_URL", "smtps://mail.example", from[0], from[1]).mail().get().port());
  }

  @Test
  void a_refused_setting_is_named_and_its_value_is_not_said() {
    String sentence = refused("HANDRAIL_SMTP_URL", "smtp//user:hunter2@mail");
    assertTrue(sentence.contains("HANDRAIL_SMTP_URL"));
    assertFalse(sentence.contains("hunter2"));
    assertTrue(
        refused("HANDRAIL_SMTP_URL", "smtp://u:hunter2@mail.example")
            .contains("HANDRAIL_MAIL_FROM"));
    String secret = "a secret long enough";
    assertTrue(
        refused(
                "HANDRAIL_ALERT_WEBHOOK_URL",
                "http://pager.example/x",
                "HANDRAIL_ALERT_WEBHOOK_SECRET",
                secret)
            .contains("https"));
    assertTrue(
        refused("HANDRAIL_ALERT_WEBHOOK_URL", "https://pager.example/x")
            .contains("HANDRAIL_ALERT_WEBHOOK_SECRET"));
    AlertSettings good =
        read(
            "HANDRAIL_ALERT_WEBHOOK_URL",
            "https://pager.example/x",
            "HANDRAIL_ALERT_WEBHOOK_SECRET",
            secret);
    assertFalse(good.toString().contains(secret));
  }
}
