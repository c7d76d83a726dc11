package io.handrail.care.protocolfile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with one file. */
final class Ledger {
  private final String file;
  private final List<Problem> problems = new ArrayList<>();

  Ledger(String file) {
    this.file = file;
  }

  void wrong(Node at, String field, String what, String mend) {
    wrong(at == null ? 1 : at.getStartMark().getLine() + 1, field, what, mend);
  }

  void wrong(int line, String field, String what, String mend) {
    problems.add(new Problem(file, line, field, what, mend));
  }

  boolean clean() {
    return problems.isEmpty();
  }

  List<Problem> problems() {
    return problems.stream().distinct().sorted(Comparator.comparingInt(Problem::line)).toList();
  }
}
