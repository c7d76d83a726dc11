package io.handrail.chatbot.words;

import io.handrail.chatbot.words.PhraseProgram.Op;
import java.util.ArrayList;
import java.util.BitSet;
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
  private final WordSet firsts;
  private final int reach;
  private final boolean crosses;

  // Its sets by their numbers in one book; by step for those that a step takes a word from.
  private int[] takeIds = {};
  private int[] needIds = {};
  private int fillersId;
  private int stopsId;
  private int firstsId;

  private Phrase(
      String source,
      List<PhraseProgram.Op> ops,
      WordSet fillers,
      WordSet stops,
      List<WordSet> needs) {
    this.source = source;
    this.ops = ops;
    this.fillers = fillers;
    this.stops = stops;
    this.needs = needs;
    this.firsts = source.isEmpty() ? new WordSet() : firsts(source, ops);
    this.reach = reach(ops);
    this.crosses = ops.stream().anyMatch(op -> op instanceof Op.Cross);
  }

  /** What must not follow: looked at only where a phrase has come to. */
  static Phrase ahead(List<PhraseProgram.Op> ops, WordSet fillers) {
    return new Phrase("", ops, fillers, new WordSet(), List.of());
  }

  /**
   * @param slots the named slots of its file
   * @param fillers words that may stand between any two words of the pattern
   * @param stops words that a gap may not hold, because they turn the meaning
   * @throws IllegalArgumentException with the pattern and the reason when it does not parse
   */
  public static Phrase parse(String source, Slots slots, Set<String> fillers, Set<String> stops) {
    WordSet fill = slots.shared(fillers);
    PhraseTree tree = PhraseTree.parse(source, slots);
    List<PhraseProgram.Op> ops = new ArrayList<>();
    new PhraseProgram(ops, fill, 0).add(tree);
    return new Phrase(source, List.copyOf(ops), fill, slots.shared(stops), slots.needs(tree));
  }

  /** How many words a match may take at most, small words between included. */
  private static int reach(List<PhraseProgram.Op> ops) {
    int[] longest = new int[ops.size() + 1];
    for (int pc = ops.size() - 1; pc >= 0; pc--) {
      longest[pc] =
          switch (ops.get(pc)) {
            case Op.Take take -> 1 + FILLERS_MAX + longest[pc + 1];
            case Op.Skip() -> 1 + longest[pc + 1];
            case Op.Fork(int other) -> Math.max(longest[pc + 1], longest[other]);
            case Op.Jump(int to) -> longest[to];
            case Op.Not not -> longest[pc + 1];
            case Op.Begin() -> longest[pc + 1];
            case Op.Finish() -> longest[pc + 1];
            case Op.Cross() -> longest[pc + 1];
          };
    }
    return Math.min(longest[0], Run.SPAN);
  }

  /** To be called once, when every phrase has been added and before the book is closed. */
  void settle(SetBook book) {
    takeIds = new int[ops.size()];
    for (int pc = 0; pc < takeIds.length; pc++) {
      if (ops.get(pc) instanceof Op.Take(var set)) takeIds[pc] = book.number(set);
      if (ops.get(pc) instanceof Op.Not(var phrase)) phrase.settle(book);
    }
    needIds = needs.stream().mapToInt(book::number).toArray();
    fillersId = book.number(fillers);
    stopsId = book.number(stops);
    firstsId = book.number(firsts);
  }

  /** The set by which it is best found: of those it needs the one with the rarest words. */
  int key() {
    if (needs.isEmpty()) return firstsId;
    int best = 0;
    for (int i = 1; i < needs.size(); i++) {
      if (commonness(needs.get(i)) < commonness(needs.get(best))) best = i;
    }
    return needIds[best];
  }

  private int commonness(WordSet set) {
    boolean small = set.words().stream().anyMatch(fillers.words()::contains);
    return set.words().size() + 20 * set.beginnings().size() + (small ? 1000 : 0);
  }

  /** The words at which a match may begin, as a set of the book. */
  int begins() {
    return firstsId;
  }

  /** False when some word that it needs is nowhere in sight. */
  boolean mayBeIn(Heard heard) {
    for (int need : needIds) if (!heard.isPresent(need)) return false;
    return true;
  }

  /** One past the last word of the longest match that starts here; -1 when there is none. */
  int matchAt(Heard heard, int start) {
    return mayStart(heard, start) ? walked(heard, start) : -1;
  }

  /** The same without asking first whether the words that it needs follow. */
  int walked(Heard heard, int start) {
    return new Run(heard, start, heard.trail().attempt()).longest();
  }

  /** False when the words that it needs do not follow here in their order; never falsely false. */
  private boolean mayStart(Heard heard, int start) {
    int to = Math.min(start + reach, heard.size());
    if (!crosses) to = Math.min(to, heard.sentenceEnd(start));
    int at = start;
    for (int need : needIds) {
      at = heard.next(need, at, to) + 1;
      if (at == 0) return false;
    }
    return true;
  }

  /** The words that a match may begin with. */
  WordSet firsts() {
    return firsts;
  }

  /**
   * @throws IllegalArgumentException when it could match nothing at all
   */
  private static WordSet firsts(String source, List<PhraseProgram.Op> ops) {
    BitSet reached = new BitSet();
    reached.set(0);
    WordSet firsts = new WordSet();
    // No step leads back, so each is met before those that it leads to.
    for (int pc = 0; pc < ops.size(); pc++) {
      if (!reached.get(pc)) continue;
      switch (ops.get(pc)) {
        case Op.Take(var set) -> firsts.addAll(set);
        case Op.Skip() -> throw new IllegalArgumentException("may not begin with a gap: " + source);
        case Op.Fork(int other) -> {
          reached.set(pc + 1);
          reached.set(other);
        }
        case Op.Jump(int to) -> reached.set(to);
        case Op.Not not -> reached.set(pc + 1);
        case Op.Begin() -> reached.set(pc + 1);
        case Op.Finish() -> reached.set(pc + 1);
        case Op.Cross() -> reached.set(pc + 1);
      }
    }
    if (reached.get(ops.size())) throw new IllegalArgumentException("may match nothing: " + source);
    return firsts;
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
    private static final int SPAN = Heard.BLOCK;
    private final Heard words;
    private final int start;

    private final int attempt;
    private int best = -1;

    Run(Heard words, int start, int attempt) {
      this.words = words;
      this.start = start;
      this.attempt = attempt;
    }

    int longest() {
      walk(0, start, 0, false);
      return best;
    }

    private void walk(int pc, int at, int filled, boolean crossed) {
      if (at - start >= SPAN) return;
      if (pc == ops.size()) {
        best = Math.max(best, at);
        return;
      }
      switch (ops.get(pc)) {
        case Op.Take take -> take(takeIds[pc], pc, at, filled, crossed);
        case Op.Skip() -> {
          if (open(at, crossed) && !words.has(stopsId, at)) walk(pc + 1, at + 1, 0, false);
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
      int place = ((pc * SPAN + (at - start)) * 4 + filled) * 2 + (crossed ? 1 : 0);
      return !words.trail().isNew(attempt, place);
    }

    private boolean ahead(Phrase phrase, int at) {
      if (at >= words.size()) return false;
      if (at > start && words.word(at).gap().compareTo(Word.Gap.QUESTION) >= 0) return false;
      return phrase.new Run(words, at, words.trail().within()).longest() > at;
    }

    private void take(int set, int pc, int at, int filled, boolean crossed) {
      if (!open(at, crossed)) return;
      if (words.has(set, at)) walk(pc + 1, at + 1, 0, false);
      if (at > start && filled < FILLERS_MAX && words.has(fillersId, at)) {
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
