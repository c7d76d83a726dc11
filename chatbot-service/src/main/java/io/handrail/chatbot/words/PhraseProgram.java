package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.List;

/** Compiles a parsed pattern to a program without loops. */
record PhraseProgram(List<Op> ops, WordSet fillers, int depth) {
  /** What must not follow may itself be but for what follows it, and no deeper. */
  private static final int DEPTH_MAX = 2;

  /** One step of the program. */
  sealed interface Op {
    record Take(WordSet set) implements Op {}

    record Skip() implements Op {}

    record Fork(int other) implements Op {}

    record Jump(int to) implements Op {}

    record Not(Phrase phrase) implements Op {}

    record Begin() implements Op {}

    record Finish() implements Op {}

    record Cross() implements Op {}
  }

  void add(PhraseTree tree) {
    switch (tree) {
      case PhraseTree.One(var set) -> ops.add(new Op.Take(set));
      case PhraseTree.Seq(var parts) -> parts.forEach(this::add);
      case PhraseTree.Any(var choices) -> choice(choices);
      case PhraseTree.Maybe(var part) -> maybe(part);
      case PhraseTree.Gap(int max) -> {
        for (int i = 0; i < max; i++) maybe(null);
      }
      case PhraseTree.Not(var part) -> {
        if (depth == DEPTH_MAX) throw new IllegalArgumentException("!(...) nested too deep");
        List<Op> inner = new ArrayList<>();
        new PhraseProgram(inner, fillers, depth + 1).add(part);
        ops.add(new Op.Not(Phrase.ahead(List.copyOf(inner), fillers)));
      }
      case PhraseTree.Begin() -> ops.add(new Op.Begin());
      case PhraseTree.Finish() -> ops.add(new Op.Finish());
      case PhraseTree.Cross() -> ops.add(new Op.Cross());
    }
  }

  private void maybe(PhraseTree part) {
    int fork = ops.size();
    ops.add(null);
    if (part == null) ops.add(new Op.Skip());
    else add(part);
    ops.set(fork, new Op.Fork(ops.size()));
  }

  private void choice(List<PhraseTree> choices) {
    List<Integer> exits = new ArrayList<>();
    for (int i = 0; i < choices.size(); i++) {
      boolean last = i == choices.size() - 1;
      int fork = ops.size();
      if (!last) ops.add(null);
      add(choices.get(i));
      if (last) break;
      exits.add(ops.size());
      ops.add(null);
      ops.set(fork, new Op.Fork(ops.size()));
    }
    for (int exit : exits) ops.set(exit, new Op.Jump(ops.size()));
  }
}
