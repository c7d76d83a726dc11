package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Condition;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Step;
import java.util.List;
import java.util.Map;

/** Draws a protocol as a Mermaid flowchart. */
final class Drawing {
  private Drawing() {}

  /**
   * @param conditions the conditions of the file as written: step id to one text for each way
   */
  static String of(Protocol protocol, String language, Map<String, List<String>> conditions) {
    var out = new StringBuilder("flowchart TD\n");
    out.append("  start([")
        .append(quoted(protocol.title(language) + " " + protocol.ref().version()))
        .append("]) --> ")
        .append(protocol.steps().getFirst().id())
        .append('\n');
    for (Step step : protocol.steps()) {
      switch (step) {
        case Step.Question q -> {
          String title = q.title().getOrDefault(language, q.id().replace('_', ' '));
          out.append("  ").append(q.id()).append('[').append(quoted(title)).append("]\n");
          ways(out, q, conditions.getOrDefault(q.id(), List.of()));
        }
        case Step.Branch b ->
            out.append("  ")
                .append(b.id())
                .append("[[")
                .append(quoted("goes on: " + b.protocol()))
                .append("]]\n");
        case Step.Close c ->
            out.append("  ").append(c.id()).append("([").append(quoted("end")).append("])\n");
      }
    }
    return out.toString();
  }

  private static void ways(StringBuilder out, Step.Question q, List<String> conditions) {
    for (int i = 0; i < q.next().size(); i++) {
      Step.Go go = q.next().get(i);
      String label = i < conditions.size() ? conditions.get(i) : "";
      if (go.most() > 0)
        label = (label + ", at most " + go.most() + " times").replaceFirst("^, ", "");
      out.append("  ").append(q.id()).append(" -->");
      if (!label.isEmpty()) out.append('|').append(quoted(label)).append('|');
      out.append(' ').append(go.to()).append('\n');
    }
    if (!q.askIf().equals(Condition.ALWAYS))
      out.append("  class ").append(q.id()).append(" maybe\n");
  }

  private static String quoted(String text) {
    return '"' + text.replace("\"", "#quot;").replace("<", "#lt;").replace(">", "#gt;") + '"';
  }

  /** The conditions of the ways, as the file has them. */
  static Map<String, List<String>> conditions(String text) {
    var ledger = new Ledger("");
    var found = new java.util.HashMap<String, List<String>>();
    Yaml.parse(ledger, text)
        .flatMap(root -> Section.of(ledger, root, ""))
        .ifPresent(file -> {
          for (Section s : file.sections("steps")) {
            if (!(s.get("next") instanceof org.yaml.snakeyaml.nodes.SequenceNode)) continue;
            found.put(
                s.text("id").orElse(""),
                s.sections("next").stream().map(g -> g.text("if").orElse("")).toList());
          }
        });
    return found;
  }
}
