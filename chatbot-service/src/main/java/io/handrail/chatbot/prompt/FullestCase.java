package io.handrail.chatbot.prompt;

import io.handrail.care.plan.CarePlan.ModelUse;
import io.handrail.chatbot.turn.Phrasing.Request;
import io.handrail.chatbot.turn.Phrasing.StepBrief;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Fills a prompt with as little and as much as it can be given, and looks at what comes out. */
final class FullestCase {
  private static final String PROSE =
      "Ayer en la reunión me quedé en blanco y pensé que todos lo veían. I said nothing at all. ";

  private FullestCase() {}

  static List<String> problems(ModelUse use, ReadyPrompt prompt) {
    PromptFile file = prompt.file();
    var problems = new ArrayList<String>();
    for (String language : List.of("en", "es")) {
      for (Request request : List.of(empty(use, language), full(use, language))) {
        var data = new CaseData(request, new Masks(request.hide()));
        try {
          int tokens = prompt.fill(data, CaseData.LINES_MAX, CaseData.ENTRIES_MAX).tokens();
          over(file, tokens).ifPresent(problems::add);
        } catch (IllegalStateException e) {
          problems.add("prompts/" + file.ref().name() + ".ftl: " + e.getMessage());
        }
      }
    }
    return problems.stream().distinct().toList();
  }

  /** What is wrong with a prompt that takes this much, filled to the brim. */
  static Optional<String> over(PromptFile file, int tokens) {
    return tokens <= file.budgetTokens()
        ? Optional.empty()
        : Optional.of(
            "prompts/"
                + file.ref().name()
                + ".ftl: filled to the brim it takes "
                + tokens
                + " tokens and its budget_tokens is "
                + file.budgetTokens()
                + "; shorten it or raise the budget");
  }

  static Request empty(ModelUse use, String language) {
    return new Request(
        use,
        language,
        "thought_record",
        new StepBrief("situation", "What happened?", "", ""),
        List.of(),
        "ok",
        Map.of(),
        List.of(),
        List.of(),
        Set.of());
  }

  static Request full(ModelUse use, String language) {
    var sheet = new LinkedHashMap<String, String>();
    for (int i = 0; i < CaseData.ENTRIES_MAX; i++) {
      sheet.put("The thought that is the strongest, " + i, prose(CaseData.ENTRY_MAX));
    }
    return new Request(
        use,
        language,
        prose(60),
        new StepBrief(
            "evidence_against",
            prose(CaseData.LINE_MAX),
            prose(CaseData.LINE_MAX),
            prose(CaseData.SCHEMA_MAX)),
        IntStream.range(0, CaseData.STEPS_MAX)
            .mapToObj(i -> new StepBrief("step_" + i, prose(CaseData.LINE_MAX), "", ""))
            .toList(),
        prose(CaseData.SAID_MAX),
        sheet,
        IntStream.range(0, CaseData.LINES_MAX)
            .mapToObj(i -> new ContextLine(Role.CLIENT, prose(CaseData.LINE_MAX)))
            .toList(),
        IntStream.range(0, CaseData.NOTES_MAX).mapToObj(i -> prose(CaseData.ENTRY_MAX)).toList(),
        IntStream.range(0, CaseData.NOTES_MAX).mapToObj(i -> prose(CaseData.ENTRY_MAX)).toList(),
        IntStream.range(0, 3).mapToObj(i -> prose(CaseData.NOTE_MAX)).toList(),
        Set.of());
  }

  private static String prose(int length) {
    return PROSE.repeat(length / PROSE.length() + 1).substring(0, length);
  }
}
