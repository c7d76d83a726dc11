package io.handrail.chatbot.words;

import io.handrail.chatbot.words.Word.Gap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Undoes disguises and misspellings, word by word. A word that is known is left alone; an unknown
 * one may be a disguise of a known one or a misspelling of one that matters.
 */
public final class Spelling {
  private static final int SEGMENT_MIN = 6;
  private static final int SEGMENT_MAX = 80;
  private static final int PIECE_MAX = 18;

  private final Set<String> known;
  private final Set<String> vital;
  private final Map<String, List<String>> readings;
  private final Map<String, Map<String, List<String>>> pairs = new HashMap<>();
  private final Nearest nearest;
  private final Sounding sounding;

  /**
   * @param known words that are right as they stand
   * @param vital words that matter, for which misspellings are looked for
   * @param readings what a word, or two words with a space between, stands for ("wanna": "want to")
   */
  public Spelling(Set<String> known, Set<String> vital, Map<String, List<String>> readings) {
    this.known = Set.copyOf(known);
    this.vital = Set.copyOf(vital);
    this.readings = Map.copyOf(readings);
    readings.forEach((key, value) -> {
      int space = key.indexOf(' ');
      if (space < 0) return;
      pairs
          .computeIfAbsent(key.substring(0, space), first -> new HashMap<>())
          .put(key.substring(space + 1), value);
    });
    this.nearest = new Nearest(vital);
    this.sounding = new Sounding(vital);
  }

  /** Whether the files say what this stands for. */
  boolean reads(String form) {
    return readings.containsKey(form);
  }

  List<Word> mend(List<Word> words) {
    List<Word> plain = new ArrayList<>(words.size());
    Map<String, List<Word>> done = new HashMap<>();
    for (Word word : words) addPlain(word, plain, done);
    List<Word> out = new ArrayList<>(plain.size());
    for (int i = 0; i < plain.size(); i++) {
      Word word = plain.get(i);
      Word next = i + 1 < plain.size() ? plain.get(i + 1) : null;
      List<String> pair = next == null ? null : pair(word, next);
      Word third = i + 2 < plain.size() ? plain.get(i + 2) : null;
      boolean nextPairs = pair != null && third != null && listed(next, third) != null;
      if (pair != null && !nextPairs) {
        addAll(pair, Word.of(word.form(), word.from(), next.to(), word.gap()), out);
        i++;
      } else {
        List<String> reading = readings.get(word.form());
        if (reading == null) out.add(word);
        else addAll(reading, word, out);
      }
    }
    return out;
  }

  private List<String> pair(Word word, Word next) {
    if (next.gap() != Gap.NONE) return null;
    List<String> found = listed(word, next);
    if (found != null) return found;
    boolean pieces = !known.contains(word.form()) || !known.contains(next.form());
    String joined = word.form() + next.form();
    return pieces && joined.length() >= 4 && vital.contains(joined) ? List.of(joined) : null;
  }

  private List<String> listed(Word word, Word next) {
    Map<String, List<String>> seconds = pairs.get(word.form());
    return seconds == null ? null : seconds.get(next.form());
  }

  private static void addAll(List<String> forms, Word word, List<Word> out) {
    Gap gap = word.gap();
    for (String form : forms) {
      out.add(Word.of(form, word.from(), word.to(), gap));
      gap = Gap.NONE;
    }
  }

  private void addPlain(Word word, List<Word> out, Map<String, List<Word>> done) {
    String form = word.form();
    if (isKnown(form) || word.isNumber()) {
      out.add(word);
      return;
    }
    List<Word> before = done.computeIfAbsent(form, key -> plain(word));
    boolean first = true;
    for (Word part : before) {
      Gap gap = first ? word.gap() : Gap.NONE;
      out.add(new Word(part.form(), part.others(), word.from(), word.to(), gap));
      first = false;
    }
  }

  /** What an unknown word is, or may be. */
  private List<Word> plain(Word word) {
    String plain = Leet.undo(word.form(), this::isKnown, vital);
    plain = Repeats.undo(plain, this::isKnown);
    if (isKnown(plain)) return List.of(word.as(plain));
    List<Word> cut = segment(word.as(plain), true);
    if (!cut.isEmpty()) return cut;
    List<String> meant = nearest.to(plain);
    if (meant.isEmpty()) meant = sounding.to(plain);
    if (meant.size() == 1 && readings.containsKey(meant.getFirst())) {
      return List.of(word.as(meant.getFirst()));
    }
    return List.of(new Word(plain, meant, word.from(), word.to(), word.gap()));
  }

  private boolean isKnown(String form) {
    return known.contains(form) || readings.containsKey(form);
  }

  /**
   * Parts words written together, as in "iwanttodie". Empty unless known words cover it whole.
   *
   * @param vitalOnly and one of them matters
   */
  List<Word> segment(Word word, boolean vitalOnly) {
    String form = word.form();
    int n = form.length();
    int least = vitalOnly ? SEGMENT_MIN : 3;
    if (n < least || n > SEGMENT_MAX || known.contains(form)) return List.of();
    int[] best = new int[n + 1];
    int[] cut = new int[n + 1];
    java.util.Arrays.fill(best, Integer.MAX_VALUE);
    best[0] = 0;
    for (int end = 1; end <= n; end++) {
      for (int start = Math.max(0, end - PIECE_MAX); start < end; start++) {
        if (best[start] == Integer.MAX_VALUE) continue;
        String piece = form.substring(start, end);
        if (!piece(piece) || best[start] + 1 >= best[end]) continue;
        best[end] = best[start] + 1;
        cut[end] = start;
      }
    }
    if (best[n] == Integer.MAX_VALUE || best[n] > 2 + n / 3) return List.of();
    return pieces(word, cut, vitalOnly);
  }

  private boolean piece(String piece) {
    if (piece.length() == 1) return piece.equals("i") || piece.equals("a");
    return isKnown(piece);
  }

  private List<Word> pieces(Word word, int[] cut, boolean vitalOnly) {
    List<Word> out = new ArrayList<>();
    boolean matters = false;
    int end = word.form().length();
    while (end > 0) {
      String piece = word.form().substring(cut[end], end);
      matters |= vital.contains(piece);
      Gap gap = cut[end] == 0 ? word.gap() : Gap.NONE;
      out.addFirst(Word.of(piece, word.from(), word.to(), gap));
      end = cut[end];
    }
    return matters || !vitalOnly ? out : List.of();
  }
}
