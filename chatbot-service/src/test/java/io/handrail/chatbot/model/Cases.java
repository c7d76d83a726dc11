package io.handrail.chatbot.model;

import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.turn.Phrasing.Request;
import io.handrail.chatbot.turn.Phrasing.StepBrief;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Role;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests as the spine makes them. */
final class Cases {
  static final String SAID =
      "My boss Ana Ruiz asked for the figures and I froze. sad 80, ashamed 65. ana@clinic.example"
          + " or 07700 900123";

  private Cases() {}

  static Request moods() {
    return moods(ModelUse.PHRASING, SAID, Set.of("Ana Ruiz", "Tomás"));
  }

  static Request moods(ModelUse use, String said, Set<String> hide) {
    return new Request(
        use,
        "en",
        "Thought record",
        new StepBrief(
            "moods",
            "What did you feel? One word each, and how strong from 0 to 100.",
            "Naming a feeling makes it easier to look at.",
            "{\"type\":\"object\",\"properties\":{\"moods\":{\"type\":\"array\",\"items\":{\"type\":"
                + "\"object\",\"properties\":{\"name\":{\"type\":\"string\"},\"intensity\":"
                + "{\"type\":\"integer\"}}}}}}"),
        List.of(new StepBrief("thoughts", "What was going through your mind just then?", "", "")),
        said,
        Map.of("What happened", "Tomás and I were in the meeting on Monday"),
        List.of(
            new ContextLine(Role.PROGRAM, "What happened, Tomás?"),
            new ContextLine(Role.CLIENT, "the meeting on Monday")),
        List.of("Go slowly with Tomás; avoid talk of weight."),
        hide);
  }
}
