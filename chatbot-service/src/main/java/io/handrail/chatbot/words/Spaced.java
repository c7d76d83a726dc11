package io.handrail.chatbot.words;

import io.handrail.chatbot.words.Word.Gap;
import java.util.ArrayList;
import java.util.List;

/** Joins letters that were written apart, as in "k i l l" or "s.u.i.c.i.d.e". */
final class Spaced {
  private static final int RUN_MIN = 3;
  private static final int RUN_MAX = 60;

  private Spaced() {}

  static List<Word> join(String text, List<Word> words, Spelling spelling) {
    List<Word> out = new ArrayList<>(words.size());
    int i = 0;
    while (i < words.size()) {
      int end = runEnd(words, i);
      if (end - i >= RUN_MIN) {
        addRun(text, words.subList(i, end), spelling, out);
        i = end;
      } else {
        out.add(words.get(i++));
      }
    }
    return out;
  }

  private static int runEnd(List<Word> words, int start) {
    int i = start;
    while (i < words.size() && i - start < RUN_MAX && letter(words.get(i))) i++;
    return i;
  }

  private static boolean letter(Word word) {
    String form = word.form();
    return form.length() == 1 && !Han.is(form.charAt(0)) && !Character.isDigit(form.charAt(0))
        || form.length() == 1 && "013457".indexOf(form.charAt(0)) >= 0;
  }

  /** Wider spaces inside a run part words; without them the known words are looked for. */
  private static void addRun(String text, List<Word> run, Spelling spelling, List<Word> out) {
    List<Word> parts = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= run.size(); i++) {
      if (i == run.size() || wide(text, run.get(i - 1), run.get(i), run)) {
        parts.add(joined(run.subList(from, i)));
        from = i;
      }
    }
    for (Word part : parts) {
      List<Word> cut = spelling.segment(part, false);
      if (cut.isEmpty()) out.add(part);
      else out.addAll(cut);
    }
  }

  private static boolean wide(String text, Word a, Word b, List<Word> run) {
    int usual = run.get(1).from() - run.get(0).to();
    return b.from() - a.to() > Math.max(1, usual);
  }

  private static Word joined(List<Word> letters) {
    StringBuilder form = new StringBuilder();
    for (Word letter : letters) form.append(letter.form());
    Gap gap = letters.getFirst().gap();
    return Word.of(form.toString(), letters.getFirst().from(), letters.getLast().to(), gap);
  }
}
