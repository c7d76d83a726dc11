package io.handrail.tests.eval.safety;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as one page that needs nothing else, and for a machine. */
record Report(LocalDate day, List<Aims.Aim> aims, Map<String, List<Tally>> sections) {
  private static final String STYLE =
      """
      :root{color-scheme:light dark;--ink:#22302d;--soft:#5d6c68;--line:#dfe4e1;--paper:#fbfaf7;--card:#fff;--bar:#d8e6df;--dot:#23694d;--bad:#9c2f1f;--good:#23694d}
      @media(prefers-color-scheme:dark){:root{--ink:#e6ece9;--soft:#9fb0aa;--line:#2f3b37;--paper:#141917;--card:#1b221f;--bar:#2c4238;--dot:#8ad9b3;--bad:#f09a86;--good:#8ad9b3}}
      *{box-sizing:border-box}body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}
      main{max-width:62rem;margin:0 auto;padding:2.5rem 1.25rem 5rem}h1{font-size:1.9rem;line-height:1.2;margin:0 0 .4rem}h2{margin:0 0 .25rem;font-size:1.15rem}
      p{max-width:44rem}.lead,.note{color:var(--soft);margin:0 0 1.25rem}.note{font-size:.92rem}
      section{background:var(--card);border:1px solid var(--line);border-radius:1rem;padding:1.25rem 1.25rem .75rem;margin:1.25rem 0}
      ul{list-style:none;margin:.5rem 0;padding:0}li{display:grid;grid-template-columns:minmax(0,1.5fr) minmax(0,1fr) 7rem;gap:.15rem 1rem;align-items:center;padding:.45rem 0;border-top:1px solid var(--line)}
      li:first-child{border-top:0}.n{font-variant-numeric:tabular-nums}.soft{color:var(--soft);font-size:.88rem}.met{color:var(--good);font-weight:600}.missed{color:var(--bad);font-weight:600}
      .row{grid-template-columns:minmax(0,1.2fr) minmax(0,1.6fr) 9.5rem}svg{display:block;width:100%;height:1.1rem}rect.t{fill:var(--line)}rect.i{fill:var(--bar)}circle{fill:var(--dot)}
      .right{text-align:right}@media(max-width:40rem){li,.row{grid-template-columns:1fr auto}.row svg,.row .bar{grid-column:1/-1;grid-row:2}.aim .soft{grid-column:1/-1;grid-row:2}main{padding-top:1.5rem}}
      """;

  String html() {
    StringBuilder page = new StringBuilder();
    long met = aims.stream().filter(Aims.Aim::met).count();
    page.append("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">")
        .append("<title>Safety report</title><style>")
        .append(STYLE)
        .append("</style><main><h1>What is heard, and what is refused</h1><p class=\"lead\">")
        .append(day)
        .append(". ")
        .append(met)
        .append(" of ")
        .append(aims.size())
        .append(
            " aims are met. Levels route care; they predict nothing about a person. Labels await")
        .append(" a clinician's check.</p><section><h2>Aims</h2><ul>");
    for (Aims.Aim aim : aims) aim(page, aim);
    page.append("</ul></section>");
    sections.forEach((title, tallies) -> section(page, title, tallies));
    return page.append("</main></html>").toString();
  }

  private static void aim(StringBuilder page, Aims.Aim aim) {
    page.append("<li class=\"aim\"><span>")
        .append(escaped(aim.name()))
        .append("</span><span class=\"soft n\">")
        .append(escaped(aim.figure()))
        .append("; aim: ")
        .append(escaped(aim.aim()))
        .append("</span><span class=\"right ")
        .append(aim.met() ? "met\">met" : "missed\">not met")
        .append("</span></li>");
  }

  private static void section(StringBuilder page, String title, List<Tally> tallies) {
    if (tallies.isEmpty()) return;
    page.append("<section><h2>").append(escaped(title)).append("</h2><p class=\"note\">");
    page.append("Share that went right; the pale bar is the 95 % interval (Wilson).</p><ul>");
    for (Tally tally : tallies) {
      page.append("<li class=\"row\"><span>")
          .append(escaped(tally.stratum()))
          .append(" <span class=\"soft\">")
          .append(escaped(tally.what()))
          .append("</span></span>")
          .append(bar(tally))
          .append("<span class=\"n right\">")
          .append(Aims.percent(tally.share()))
          .append(" <span class=\"soft\">")
          .append(tally.right())
          .append("/")
          .append(tally.all())
          .append("</span></span></li>");
    }
    page.append("</ul></section>");
  }

  private static String bar(Tally tally) {
    return String.format(
        Locale.ROOT,
        "<svg class=\"bar\" role=\"img\" aria-label=\"%.0f to %.0f percent\">"
            + "<rect class=\"t\" x=\"0\" y=\"45%%\" width=\"100%%\" height=\"2\" rx=\"1\"/>"
            + "<rect class=\"i\" x=\"%.1f%%\" y=\"25%%\" width=\"%.1f%%\" height=\"50%%\" rx=\"4\"/>"
            + "<circle cx=\"%.1f%%\" cy=\"50%%\" r=\"4\"/></svg>",
        100 * tally.low(),
        100 * tally.high(),
        100 * tally.low(),
        100 * (tally.high() - tally.low()),
        1 + 98 * tally.share());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  String json() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("day", day.toString());
    all.put("aims", aims);
    Map<String, Object> sets = new LinkedHashMap<>();
    sections.forEach(
        (title, tallies) -> sets.put(title, tallies.stream().map(Report::row).toList()));
    all.put("sets", sets);
    try {
      return Cases.JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, Object> row(Tally tally) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("stratum", tally.stratum());
    row.put("what", tally.what());
    row.put("right", tally.right());
    row.put("all", tally.all());
    row.put("low", Math.round(1000 * tally.low()) / 1000.0);
    row.put("high", Math.round(1000 * tally.high()) / 1000.0);
    return row;
  }
}
