package io.handrail.tests.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;

/** The figures for a machine. */
final class ReportJson {
  private ReportJson() {}

  static String of(List<GuideEval.Result> results, long seed) {
    var report = new LinkedHashMap<String, Object>();
    report.put("seed", seed);
    report.put("goals", Goals.of(results));
    report.put("sessions", results.stream().map(ReportJson::session).toList());
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(report);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object session(GuideEval.Result result) {
    var session = new LinkedHashMap<String, Object>();
    session.put("person", result.persona().name());
    session.put("exercise", result.heard().session().protocol());
    session.put("voice", result.heard().session().voice());
    session.put("cooperative", result.persona().cooperative());
    session.put("talkShare", Math.round(1000 * result.figures().share()) / 1000.0);
    session.put("figures", result.figures());
    return session;
  }
}
