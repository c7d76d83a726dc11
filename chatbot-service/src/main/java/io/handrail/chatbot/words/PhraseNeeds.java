package io.handrail.chatbot.words;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The words without which a pattern cannot match, as sets in the order in which one of each must
 * stand. What may be missing needs nothing; of alternatives some word of one of them is needed.
 */
final class PhraseNeeds {
  private final IdentityHashMap<PhraseTree, List<WordSet>> known = new IdentityHashMap<>();

  List<WordSet> of(PhraseTree tree) {
    List<WordSet> needs = known.get(tree);
    if (needs == null) {
      needs = List.copyOf(found(tree));
      known.put(tree, needs);
    }
    return needs;
  }

  private List<WordSet> found(PhraseTree tree) {
    return switch (tree) {
      case PhraseTree.One(var set) -> List.of(set);
      case PhraseTree.Seq(var parts) -> {
        List<WordSet> all = new ArrayList<>();
        for (PhraseTree part : parts) all.addAll(of(part));
        yield all;
      }
      case PhraseTree.Any(var choices) -> ofAny(choices);
      case PhraseTree.Maybe maybe -> List.of();
      case PhraseTree.Gap gap -> List.of();
      case PhraseTree.Not not -> List.of();
      case PhraseTree.Begin() -> List.of();
      case PhraseTree.Finish() -> List.of();
      case PhraseTree.Cross() -> List.of();
    };
  }

  /** Some first word, and where every alternative has two, some last word after it. */
  private List<WordSet> ofAny(List<PhraseTree> choices) {
    WordSet first = new WordSet();
    WordSet last = new WordSet();
    boolean two = true;
    for (PhraseTree choice : choices) {
      List<WordSet> needs = of(choice);
      if (needs.isEmpty()) return List.of();
      first.addAll(needs.getFirst());
      last.addAll(needs.getLast());
      two &= needs.size() > 1;
    }
    return two ? List.of(first, last) : List.of(first);
  }
}
