package io.handrail.care.protocolfile;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Turns YAML into nodes with line numbers; nothing of it is made into objects. */
final class Yaml {
  private static final int CHARS = 500_000;

  private Yaml() {}

  static Optional<Node> parse(Ledger ledger, String text) {
    var options = new LoaderOptions();
    options.setCodePointLimit(CHARS);
    options.setNestingDepthLimit(20);
    try {
      Node root = new org.yaml.snakeyaml.Yaml(options).compose(new StringReader(text));
      if (root != null) return Optional.of(root);
      ledger.wrong(1, "file", "the file is empty", "Write a protocol, or take the file away");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      ledger.wrong(line, "file", "this is no YAML: " + e.getProblem(), "Mend the line");
    } catch (YAMLException e) {
      ledger.wrong(1, "file", "this is no YAML", "Mend the file");
    }
    return Optional.empty();
  }
}
