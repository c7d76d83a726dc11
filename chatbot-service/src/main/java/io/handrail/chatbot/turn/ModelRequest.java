package io.handrail.chatbot.turn;

import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Brief;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Sheet;
import io.handrail.chatbot.turn.Phrasing.StepBrief;
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
        Engine.following(said.protocol(), said.run()).stream().map(ModelRequest::brief).toList(),
        said.text(),
        sheet(Engine.sheet(said.protocol(), said.run())),
        Hearing.context(said.recent()),
        plan.steering(),
        names(said.sitter()));
  }

  /** The names of the client and the clinician, whole and in parts. */
  private static Set<String> names(Sitter sitter) {
    return Stream.concat(Stream.of(sitter.client().name()), sitter.clinician().stream())
        .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("\\s+"))))
        .filter(name -> name.length() > 2)
        .collect(Collectors.toSet());
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
