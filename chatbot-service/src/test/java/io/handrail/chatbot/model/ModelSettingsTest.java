package io.handrail.chatbot.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelSettingsTest {
  private static Map<String, String> environment(String... more) {
    var out = new HashMap<String, String>();
    out.put("HANDRAIL_MODEL_URL", "https://models.example/v1/");
    out.put("HANDRAIL_MODEL_NAME", "small");
    for (int i = 0; i < more.length; i += 2) out.put(more[i], more[i + 1]);
    return out;
  }

  @Test
  void no_address_means_no_model() {
    assertEquals(Optional.empty(), ModelSettings.read(Map.of()));
    assertEquals(Optional.empty(), ModelSettings.read(Map.of("HANDRAIL_MODEL_URL", " ")));
  }

  @Test
  void an_address_and_a_name_are_enough() {
    var settings = ModelSettings.read(environment()).orElseThrow();
    assertEquals("https://models.example/v1", settings.url().toString());
    assertEquals(Optional.empty(), settings.key());
    assertEquals(Duration.ofSeconds(8), settings.deadlines().firstToken());
    assertEquals(Duration.ofSeconds(45), settings.deadlines().total());
  }

  @Test
  void deadlines_and_budget_can_be_set() {
    var settings =
        ModelSettings.read(
                environment(
                    "HANDRAIL_MODEL_FIRST_TOKEN_SECONDS", "20",
                    "HANDRAIL_MODEL_TOKENS_PER_DAY", "5000",
                    "HANDRAIL_MODEL_TEMPERATURE", "0.2",
                    "HANDRAIL_MODEL_KEY", "k"))
            .orElseThrow();
    assertEquals(Duration.ofSeconds(20), settings.deadlines().firstToken());
    assertEquals(5000, settings.tokensPerDayMax());
    assertEquals(Optional.of(0.2), settings.temperature());
  }

  @Test
  void what_cannot_be_used_is_said_in_one_sentence_without_the_key() {
    for (var bad :
        List.of(
            environment("HANDRAIL_MODEL_NAME", ""),
            environment("HANDRAIL_MODEL_URL", "not an address"),
            environment("HANDRAIL_MODEL_URL", "ftp://models.example"),
            environment("HANDRAIL_MODEL_IDLE_SECONDS", "0"),
            environment("HANDRAIL_MODEL_TOTAL_SECONDS", "long"),
            environment("HANDRAIL_MODEL_TOKENS_PER_DAY", "-1"))) {
      bad.put("HANDRAIL_MODEL_KEY", "secret-key");
      var refused = assertThrows(IllegalArgumentException.class, () -> ModelSettings.read(bad));
      assertFalse(refused.getMessage().contains("secret-key"));
    }
  }

  @Test
  void what_clients_write_does_not_cross_the_open_network_readable() {
    for (String near :
        List.of(
            "http://localhost:11434/v1",
            "http://127.0.0.1/v1",
            "http://ollama:11434/v1",
            "http://192.168.1.4:8000/v1",
            "http://172.20.0.2/v1",
            "http://llm.internal/v1")) {
      assertTrue(ModelSettings.read(environment("HANDRAIL_MODEL_URL", near)).isPresent(), near);
    }
    for (String far :
        List.of("http://models.example/v1", "http://8.8.8.8/v1", "http://172.32.0.1/v1")) {
      assertThrows(
          IllegalArgumentException.class,
          () -> ModelSettings.read(environment("HANDRAIL_MODEL_URL", far)),
          far);
    }
  }

  @Test
  void settings_print_without_their_key() {
    var settings =
        ModelSettings.read(environment("HANDRAIL_MODEL_KEY", "secret-key")).orElseThrow();
    assertFalse(settings.toString().contains("secret-key"));
  }
}
