package io.handrail.chatbot.words;

import io.handrail.chatbot.words.PhraseProgram.Op;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A pattern over words, read from the phrase files.
 *
 * <pre>
 *   want to die         these words in this order; small filler words may stand between
 *   (die|be dead)       one of these
 *   [just]              may be missing
 *   {slot}              anything the named slot lists
 *   kill*               any word that begins so
 *   #                   a number, in digits or words
 *   ..   ...   ....     up to 4, 7 or 12 other words of the same sentence
 *   !(of|for)           must not follow here
 *   ^ first             at the beginning of a sentence or clause
 *   last $              at the end of a sentence or of the text
 *   //                  a sentence may end here
 * </pre>
 *
 * Compiled to a small program without loops, so that the work per starting word is bounded.
 */
public final class Phrase {
  private static final int FILLERS_MAX = 3;

  private final String source;
  private final List<PhraseProgram.Op> ops;
  private final WordSet fillers;
  private final WordSet stops;
  private final List<WordSet> needs;

  Phrase(String source, List<PhraseProgram.Op> ops, WordSet fillers, WordSet stops) {
    this.stops = stops;
    this.needs = needs(ops);
    this.source = source;
    this.ops = ops;
    this.fillers = fillers;
  }

  /**
   * @param slots the named slots of its file
   * @param fillers words that may stand between any two words of the pattern
   * @param stops words that a gap may not hold, because they turn the meaning
   * @throws IllegalArgumentException with the pattern and the reason when it does not parse
   */
  public static Phrase parse(String source, Slots slots, Set<String> fillers, Set<String> stops) {
    WordSet fill = new WordSet();
    fillers.forEach(fill::add);
    WordSet stop = new WordSet();
    stops.forEach(stop::add);
    PhraseTree tree = PhraseTree.parse(source, slots);
    List<PhraseProgram.Op> ops = new ArrayList<>();
    new PhraseProgram(ops, fill).add(tree);
    return new Phrase(source, List.copyOf(ops), fill, stop);
  }

  /** The words without which it can not match: those that no fork goes round. */
  private static List<WordSet> needs(List<PhraseProgram.Op> ops) {
    List<WordSet> needs = new ArrayList<>();
    int freeFrom = 0;
    for (int pc = 0; pc < ops.size(); pc++) {
      if (ops.get(pc) instanceof Op.Fork(int other)) freeFrom = Math.max(freeFrom, other);
      if (ops.get(pc) instanceof Op.Jump(int to)) freeFrom = Math.max(freeFrom, to);
      if (pc >= freeFrom && ops.get(pc) instanceof Op.Take(var set)) needs.add(set);
    }
    return needs;
  }

  /** To be called once, when every phrase has been added. */
  void settle(Glossary glossary) {
    fillers.settle(glossary);
    stops.settle(glossary);
    for (PhraseProgram.Op op : ops) {
      if (op instanceof Op.Take(var set)) set.settle(glossary);
      if (op instanceof Op.Not(var phrase)) phrase.settle(glossary);
    }
  }

  /** False when some word that it needs is nowhere in the text. */
  boolean mayBeIn(Heard heard) {
    for (WordSet need : needs) if (!need.mayBeIn(heard)) return false;
    return true;
  }

  /** One past the last word of the longest match that starts here; -1 when there is none. */
  int matchAt(Heard heard, int start) {
    Run run = new Run(heard, start);
    run.walk(0, start, 0, false);
    return run.best;
  }

  /** The words that a match may begin with. */
  WordSet firsts() {
    WordSet firsts = new WordSet();
    collectFirsts(0, firsts, new HashSet<>());
    return firsts;
  }

  private void collectFirsts(int pc, WordSet firsts, Set<Integer> seen) {
    if (pc >= ops.size()) throw new IllegalArgumentException("may match nothing: " + source);
    if (!seen.add(pc)) return;
    switch (ops.get(pc)) {
      case Op.Take(var set) -> firsts.addAll(set);
      case Op.Skip() -> throw new IllegalArgumentException("may not begin with a gap: " + source);
      case Op.Fork(int other) -> {
        collectFirsts(pc + 1, firsts, seen);
        collectFirsts(other, firsts, seen);
      }
      case Op.Jump(int to) -> collectFirsts(to, firsts, seen);
      case Op.Not n -> collectFirsts(pc + 1, firsts, seen);
      case Op.Begin() -> collectFirsts(pc + 1, firsts, seen);
      case Op.Finish() -> collectFirsts(pc + 1, firsts, seen);
      case Op.Cross() -> collectFirsts(pc + 1, firsts, seen);
    }
  }

  /** Every literal word of the pattern. */
  void literals(Set<String> into) {
    fillers.literals(into);
    stops.literals(into);
    for (PhraseProgram.Op op : ops) {
      if (op instanceof Op.Take(var set)) set.literals(into);
      if (op instanceof Op.Not(var phrase)) phrase.literals(into);
    }
  }

  @Override
  public String toString() {
    return source;
  }

  /** One attempt from one starting word. */
  private final class Run {
    private static final int SPAN = 64;
    private final Heard words;
    private final int start;

    /** Where forks have been taken, so that no path is walked twice; made when first needed. */
    private BitSet seen;

    private int best = -1;

    Run(Heard words, int start) {
      this.words = words;
      this.start = start;
    }

    private void walk(int pc, int at, int filled, boolean crossed) {
      if (at - start >= SPAN) return;
      if (pc == ops.size()) {
        best = Math.max(best, at);
        return;
      }
      switch (ops.get(pc)) {
        case Op.Take(var set) -> take(set, pc, at, filled, crossed);
        case Op.Skip() -> {
          if (open(at, crossed) && !stops.has(words, at)) walk(pc + 1, at + 1, 0, false);
        }
        case Op.Fork(int other) -> {
          if (walkedBefore(pc, at, filled, crossed)) return;
          walk(pc + 1, at, filled, crossed);
          walk(other, at, filled, crossed);
        }
        case Op.Jump(int to) -> walk(to, at, filled, crossed);
        case Op.Not(var phrase) -> {
          if (!ahead(phrase, at)) walk(pc + 1, at, filled, crossed);
        }
        case Op.Begin() -> {
          if (at == 0 || words.word(at).gap() != Word.Gap.NONE) walk(pc + 1, at, filled, crossed);
        }
        case Op.Finish() -> {
          boolean end =
              at == words.size() || words.word(at).gap().compareTo(Word.Gap.QUESTION) >= 0;
          if (end) walk(pc + 1, at, filled, crossed);
        }
        case Op.Cross() -> walk(pc + 1, at, filled, true);
      }
    }

    private boolean walkedBefore(int pc, int at, int filled, boolean crossed) {
      if (seen == null) seen = new BitSet();
      int key = ((pc * SPAN + (at - start)) * 4 + filled) * 2 + (crossed ? 1 : 0);
      if (seen.get(key)) return true;
      seen.set(key);
      return false;
    }

    private boolean ahead(Phrase phrase, int at) {
      if (at >= words.size()) return false;
      if (at > start && words.word(at).gap().compareTo(Word.Gap.QUESTION) >= 0) return false;
      return phrase.matchAt(words, at) > at;
    }

    private void take(WordSet set, int pc, int at, int filled, boolean crossed) {
      if (!open(at, crossed)) return;
      if (set.has(words, at)) walk(pc + 1, at + 1, 0, false);
      if (at > start && filled < FILLERS_MAX && fillers.has(words, at)) {
        walk(pc, at + 1, filled + 1, crossed);
      }
    }

    private boolean open(int at, boolean crossed) {
      if (at >= words.size()) return false;
      if (at == start || crossed) return true;
      return words.word(at).gap().compareTo(Word.Gap.QUESTION) < 0;
    }
  }
}
