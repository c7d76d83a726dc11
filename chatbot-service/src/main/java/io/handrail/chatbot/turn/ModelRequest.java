package io.handrail.chatbot.turn;

import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Brief;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Sheet;
import io.handrail.chatbot.turn.Phrasing.StepBrief;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a model is told of a turn: the step, the sheet, the last lines. Never who the client is. */
final class ModelRequest {
  private ModelRequest() {}

  static Phrasing.Request of(ModelTurn.Said said) {
    String language = said.run().language();
    CarePlan plan = said.sitter().plan().orElseThrow();
    return new Phrasing.Request(
        plan.modelUse(),
        language,
        said.protocol().title(language),
        brief(Engine.waiting(said.protocol(), said.run()).orElseThrow()),
        following(said),
        said.text(),
        sheet(Engine.sheet(said.protocol(), said.run())),
        Hearing.context(Remembering.sinceCut(said.recent(), said.sitter().memory())),
        notes(plan, said),
        Remembering.told(said.sitter().memory()),
        said.sitter().context().lines(),
        names(said.sitter()));
  }

  /** The note for this very message first: it is the most particular. */
  private static List<String> notes(CarePlan plan, ModelTurn.Said said) {
    return Stream.concat(Whispers.before(said.recent()).stream(), plan.notes().stream()).toList();
  }

  /** The names of the client and the clinician, whole and in parts. */
  static Set<String> names(Sitter sitter) {
    return Stream.concat(Stream.of(sitter.client().name()), sitter.clinician().stream())
        .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("\\s+"))))
        .filter(name -> name.length() > 2)
        .collect(Collectors.toSet());
  }

  /**
   * The steps that may follow. The conditions between them are the file's, and a model cannot know
   * them: the one that a plain reading of the message leads to comes first, with the question that
   * the script would then ask. It may be the waiting step again.
   */
  private static List<StepBrief> following(ModelTurn.Said said) {
    var words = new Answer.Words(said.text());
    Advance plain = Engine.advance(said.protocol(), said.run(), words);
    String likely = plain.run().step();
    return Engine.following(said.protocol(), said.run()).stream()
        .sorted(Comparator.comparing(step -> !step.id().equals(likely)))
        .map(step -> step.id().equals(likely) ? asked(brief(step), plain) : brief(step))
        .toList();
  }

  private static StepBrief asked(StepBrief step, Advance by) {
    return new StepBrief(step.id(), by.question().orElse(step.ask()), step.why(), step.collects());
  }

  private static StepBrief brief(Brief brief) {
    return new StepBrief(brief.id(), brief.ask(), brief.why(), brief.collects());
  }

  private static Map<String, String> sheet(Sheet sheet) {
    var filled = new LinkedHashMap<String, String>();
    for (Sheet.Row row : sheet.rows()) {
      List<String> lines = row.lines();
      if (!lines.isEmpty()) filled.put(row.title(), String.join("; ", lines));
    }
    return filled;
  }
}
