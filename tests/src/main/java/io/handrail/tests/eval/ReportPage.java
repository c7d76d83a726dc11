package io.handrail.tests.eval;

import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as one page that needs nothing else. */
final class ReportPage {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#22302d;--soft:#5d6c68;--line:#d9dfdc;--paper:#fbfaf7;--card:#fff;--own:#e4efe9;--bad:#9c2f1f;--good:#23694d}
      @media(prefers-color-scheme:dark){:root{--ink:#e6ece9;--soft:#9fb0aa;--line:#33403c;--paper:#141917;--card:#1c2320;--own:#24372f;--bad:#f09a86;--good:#7fcfa9}}
      *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
      main{max-width:68rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}h1{font-size:1.9rem;margin:0 0 .25rem}h2{margin:2.75rem 0 .75rem;font-size:1.25rem}
      p.lead{color:var(--soft);margin:0 0 1.5rem;max-width:44rem}.scroll{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;padding:.5rem .75rem .5rem 0;border-bottom:1px solid var(--line);font-variant-numeric:tabular-nums}
      th{font-weight:600;color:var(--soft)}td.n,th.n{text-align:right;padding-right:1.25rem}.missed{color:var(--bad);font-weight:600}.met{color:var(--good);font-weight:600}
      details{border:1px solid var(--line);border-radius:.75rem;background:var(--card);margin:.5rem 0}summary{cursor:pointer;padding:.7rem 1rem;font-weight:600}
      summary span{font-weight:400;color:var(--soft)}.talk{padding:.25rem 1rem 1.25rem}.turn{display:grid;grid-template-columns:9rem 1fr;gap:.15rem 1rem;padding:.55rem 0;border-top:1px solid var(--line)}
      .at{color:var(--soft);font-size:.8rem;overflow-wrap:anywhere}.own{background:var(--own);border-radius:.6rem;padding:.35rem .7rem;justify-self:start;max-width:40rem;overflow-wrap:anywhere}
      .tap{border:1px solid var(--line);border-radius:1rem;padding:.1rem .7rem;justify-self:start;color:var(--soft)}.line{grid-column:2;max-width:40rem}.program{border-left:3px solid var(--good);padding-left:.6rem}
      @media(max-width:40rem){.turn{grid-template-columns:1fr}.line{grid-column:1}}
      """;

  private ReportPage() {}

  static String of(List<GuideEval.Result> results, long seed) {
    var page = new StringBuilder();
    page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append("<title>The guide, with made-up people</title><style>")
        .append(STYLE)
        .append("</style><main><h1>The guide, with made-up people</h1><p class=\"lead\">")
        .append(results.size())
        .append(" sessions over HTTP, seed ")
        .append(seed)
        .append(". The people are programs that know their own story and see the page; they show")
        .append(" where wording and reading fail, not how a client would feel about it.</p>");
    goals(page, results);
    measure(page, results);
    var exercises = Goals.exercises(results);
    table(page, "By person, short reads left out", Goals.by(exercises, r -> r.persona().name()));
    table(page, "By exercise", Goals.by(results, r -> r.heard().session().protocol()));
    table(page, "By voice", Goals.by(results, r -> r.heard().session().voice()));
    page.append("<h2>Transcripts</h2>");
    results.forEach(result -> transcript(page, result));
    return page.append("</main></html>").toString();
  }

  private static void goals(StringBuilder page, List<GuideEval.Result> results) {
    page.append("<div class=\"scroll\"><table><tr><th>Measure<th class=\"n\">Figure<th>Goal<th>");
    for (Goals.Goal goal : Goals.of(results)) {
      page.append("<tr><td>").append(goal.name());
      page.append("<td class=\"n\">")
          .append(goal.figure())
          .append("<td>")
          .append(html(goal.goal()));
      page.append(goal.met() ? "<td class=\"met\">met" : "<td class=\"missed\">missed");
    }
    page.append("</table></div>");
  }

  private static void measure(StringBuilder page, List<GuideEval.Result> results) {
    var exercises = Goals.exercises(results);
    var willing = exercises.stream().filter(r -> r.persona().cooperative()).toList();
    page.append("<p class=\"lead\">How talk is counted. Where words are asked for: what a client")
        .append(" wrote, over it and every word that the program showed in the turn that asked")
        .append(" (remarks, examples and quotes of the client included) and at the end; a rating,")
        .append(" a time or a choice is a measurement and left out on both sides. Of all words,")
        .append(" ratings and choices that were tapped included, clients have ")
        .append(Goals.percent(Goals.all(exercises)))
        .append(" (without the tapped ones ")
        .append(Goals.percent(Goals.written(exercises)))
        .append("); those who mean to come to the end have ")
        .append(Goals.percent(Goals.all(willing)))
        .append(" of all words and ")
        .append(Goals.percent(Goals.talk(willing)))
        .append(" where words are asked for. Short reads are left out, and so is the safety")
        .append(" conversation: nobody here is at risk, so every message that led into it was")
        .append(" heard wrongly, and is counted above.</p>");
  }

  private static void table(
      StringBuilder page, String title, Map<String, List<GuideEval.Result>> groups) {
    page.append("<h2>").append(title).append("</h2><div class=\"scroll\"><table><tr><th>");
    for (String head :
        List.of(
            "Turns",
            "Illegal",
            "Finished",
            "Talk share",
            "of all words",
            "Words an answer",
            "Words a turn",
            "Most",
            "Repeated")) {
      page.append("<th class=\"n\">").append(head);
    }
    groups.forEach((name, some) -> {
      int turns = Goals.sum(some, Figures::turns);
      int program = Goals.sum(some, Figures::programWords);
      int most = some.stream().mapToInt(r -> r.figures().mostWords()).max().orElse(0);
      page.append("<tr><td>").append(html(name));
      cell(page, "" + turns);
      cell(page, "" + Goals.sum(some, f -> f.illegal().size()));
      cell(page, Goals.sum(some, Figures::finished) + " of " + Goals.sum(some, Figures::sittings));
      cell(page, Goals.percent(Goals.talk(some)));
      cell(page, Goals.percent(Goals.all(some)));
      cell(page, each(Goals.sum(some, Figures::toldWords), Goals.sum(some, Figures::answers)));
      cell(page, each(program, turns));
      cell(page, "" + most);
      cell(page, "" + Goals.sum(some, f -> f.repeated().size()));
    });
    page.append("</table></div>");
  }

  private static String each(int words, int times) {
    return String.format(Locale.ROOT, "%.1f", (double) words / Math.max(1, times));
  }

  private static void cell(StringBuilder page, String text) {
    page.append("<td class=\"n\">").append(text);
  }

  private static void transcript(StringBuilder page, GuideEval.Result result) {
    Session session = result.heard().session();
    Figures figures = result.figures();
    page.append("<details><summary>")
        .append(html(session.persona().name() + ", " + session.protocol().replace('_', ' ')))
        .append(" <span>")
        .append(html(session.voice()))
        .append(", ")
        .append(figures.turns())
        .append(" turns, finished ")
        .append(figures.finished())
        .append(" of ")
        .append(figures.sittings())
        .append(", client's share ")
        .append(Goals.percent(figures.share()))
        .append("</span></summary><div class=\"talk\">");
    figures.illegal().forEach(i -> page.append("<p class=\"missed\">").append(html(i)));
    figures.repeated().forEach(r -> page.append("<p class=\"missed\">Again: ").append(html(r)));
    String step = "";
    for (Turn turn : result.heard().turns()) {
      turn(page, turn, step);
      step = turn.state().run().map(Run::step).orElse("");
    }
    page.append("</div></details>");
  }

  private static void turn(StringBuilder page, Turn turn, String step) {
    page.append("<div class=\"turn\"><div class=\"at\">").append(html(step));
    String outcome = turn.closing().map(c -> said(c.outcome())).orElse("");
    page.append(outcome.isEmpty() ? "" : "<br>" + html(outcome)).append("</div>");
    switch (turn.opening()) {
      case Opening.Said said ->
          page.append("<div class=\"own\">").append(html(said.text())).append("</div>");
      case Opening.Tapped tapped ->
          page.append("<div class=\"tap\">").append(html(tapped.label())).append("</div>");
      case Opening.Wrote wrote ->
          page.append("<div class=\"own\">").append(html(wrote.text())).append("</div>");
      case Opening.HoldReleased released -> page.append("<div></div>");
      case Opening.TookOver took -> page.append("<div></div>");
      case Opening.HandedBack back -> page.append("<div></div>");
      case Opening.Whispered whispered -> page.append("<div></div>");
      case Opening.Approved approved -> page.append("<div></div>");
      case Opening.TimePassed passed -> page.append("<div></div>");
    }
    for (Line line : turn.shown()) {
      String speaker = line.speaker().name().toLowerCase(Locale.ROOT);
      page.append("<div class=\"line ").append(speaker).append("\">");
      page.append(html(line.text())).append("</div>");
    }
    page.append("</div>");
  }

  private static String said(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Scripted(String because) ->
          because.equals("tapped") || because.equals("model_off") ? "" : "script: " + because;
      case Outcome.Withheld withheld -> "withheld: " + String.join(", ", withheld.findings());
      case Outcome.Replied replied -> "";
      case Outcome.Held(String by) -> "held: " + by;
      case Outcome.Escalated(var level) -> "escalated: " + level;
      case Outcome.AwaitingApproval waiting -> "waits for approval";
      case Outcome.TakenOver taken -> "taken over";
      case Outcome.Unavailable(String fault) -> "unavailable: " + fault;
      case Outcome.Noted noted -> "";
    };
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
