package io.handrail.chatbot.prompt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import io.handrail.care.plan.CarePlan.ModelUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class TokensTest {
  @Test
  void the_estimate_is_never_under_a_real_count_and_never_four_times_over() {
    var registry = Encodings.newLazyEncodingRegistry();
    var prompts = Prompts.bundled();
    Rendered full = prompts.render(FullestCase.full(ModelUse.GUIDED, "es")).orElseThrow();
    Rendered little = prompts.render(FullestCase.empty(ModelUse.PHRASING, "en")).orElseThrow();
    for (EncodingType type : List.of(EncodingType.CL100K_BASE, EncodingType.O200K_BASE)) {
      Encoding encoding = registry.getEncoding(type);
      for (String text :
          List.of(
              full.system(),
              full.user(),
              little.system(),
              little.user(),
              "I can't do this anymore, everything is falling apart and nobody notices.",
              "No puedo más: anoche discutí con mi hermana y me quedé llorando en el baño.",
              "{\"type\":\"object\",\"properties\":{\"moods\":{\"type\":\"array\"}}}",
              "Ich weiß nicht, was ich tun soll. 我不知道该怎么办。 Я не знаю, что делать. 😀😭",
              "2026-03-01 80 75 100 07700 900123")) {
        int real = encoding.countTokens(text);
        int estimate = Tokens.atMost(text);
        assertTrue(
            estimate >= real,
            () -> type + " real " + real + ", estimate " + estimate + ": " + text);
        assertTrue(
            estimate <= 4 * real,
            () -> type + " real " + real + ", estimate " + estimate + ": " + text);
      }
    }
  }
}
