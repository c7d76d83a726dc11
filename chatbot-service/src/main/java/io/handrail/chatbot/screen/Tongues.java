package io.handrail.chatbot.screen;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Signal;
import io.handrail.chatbot.screen.Judgement.Found;
import io.handrail.chatbot.words.SmallWords;
import io.handrail.chatbot.words.SmallWords.Votes;
import io.handrail.chatbot.words.Word;
import io.handrail.chatbot.words.Words;
import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells the language of a message by its script and its small words. It need not be exact: it must
 * know what the screen cannot read.
 */
final class Tongues {
  private static final Set<String> READ = Set.of("en", "es");
  private static final Set<String> PARTLY_READ = Set.of("de", "fr", "zh");
  private static final int WORDS_MIN = 3;
  private static final int UNKNOWN_WORDS_MIN = 5;
  private static final int SHORT = 8;

  private final SmallWords small = new SmallWords();
  private final RiskBook book;

  Tongues(RiskBook book) {
    this.book = book;
  }

  /** BCP 47 tag; {@code und} when there is too little to tell. */
  String of(String text, Words words, String usual) {
    String script = byScript(text);
    if (script != null) return script;
    Votes vote = small.votes(text);
    Map<String, Integer> votes = vote.byLanguage();
    int counted = vote.counted();
    String best = best(votes, usual);
    int bestVotes = votes.getOrDefault(best, 0);
    boolean read = READ.contains(best) || PARTLY_READ.contains(best);
    // A few small words that two languages share do not make a client's own language another.
    boolean shared = counted < SHORT && bestVotes - votes.getOrDefault(own(usual), 0) < 2;
    if (shared && votes.getOrDefault(own(usual), 0) > 0 && READ.contains(own(usual))) {
      best = own(usual);
      bestVotes = votes.get(best);
      read = true;
    }
    // Neighbours (Portuguese beside Spanish) share their small words: it takes three more to be
    // one.
    boolean near = counted < SHORT + 2 && bestVotes - votes.getOrDefault(own(usual), 0) < 3;
    if (!read && near && votes.getOrDefault(own(usual), 0) >= 2 && READ.contains(own(usual))) {
      return own(usual);
    }
    if (!read && bestVotes >= 2 && bestVotes * 4 >= counted && counted >= WORDS_MIN) return best;
    if (bestVotes >= 2 && read && bestVotes * 6 >= counted) return best;
    if (counted >= UNKNOWN_WORDS_MIN && !understood(words)) return "mis";
    return bestVotes > 0 && read ? best : "und";
  }

  /** Whether at least a third of the words are ones the screen knows, after mending. */
  private boolean understood(Words words) {
    int known = 0;
    for (Word word : words.list()) {
      if (book.knows(word.form()) || word.isNumber() || !word.others().isEmpty()) known++;
    }
    return known * 3 >= words.size();
  }

  private static String own(String usual) {
    return usual == null ? "" : usual.toLowerCase(Locale.ROOT).split("-")[0];
  }

  private static String best(Map<String, Integer> votes, String usual) {
    String own = own(usual);
    String best = "und";
    int most = 0;
    for (Map.Entry<String, Integer> vote : new TreeMap<>(votes).entrySet()) {
      int count = vote.getValue() * 4 + rank(vote.getKey(), own);
      if (count > most) {
        most = count;
        best = vote.getKey();
      }
    }
    return best;
  }

  /** Between equals the client's own language wins, then those that are read. */
  private static int rank(String tag, String own) {
    if (tag.equals(own)) return 3;
    return READ.contains(tag) ? 2 : PARTLY_READ.contains(tag) ? 1 : 0;
  }

  /** The script tells, where most letters are not Latin. */
  private static String byScript(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    for (int i = 0; i < text.length(); ) {
      int cp = text.codePointAt(i);
      i += Character.charCount(cp);
      if (!Character.isLetter(cp)) continue;
      letters++;
      counts.merge(UnicodeScript.of(cp), 1, Integer::sum);
    }
    if (letters == 0) return null;
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana * 6 >= letters && letters > 2) return "ja";
    for (Map.Entry<UnicodeScript, Integer> entry : counts.entrySet()) {
      if (entry.getValue() * 2 <= letters) continue;
      String tag = tag(entry.getKey());
      if (tag != null) return tag;
    }
    return null;
  }

  private static String tag(UnicodeScript script) {
    return switch (script) {
      case LATIN, COMMON, INHERITED -> null;
      case HAN -> "zh";
      case CYRILLIC -> "ru";
      case ARABIC -> "ar";
      case HEBREW -> "he";
      case GREEK -> "el";
      case DEVANAGARI -> "hi";
      case BENGALI -> "bn";
      case TAMIL -> "ta";
      case TELUGU -> "te";
      case THAI -> "th";
      case HANGUL -> "ko";
      case GEORGIAN -> "ka";
      case ARMENIAN -> "hy";
      case ETHIOPIC -> "am";
      case KHMER -> "km";
      case GURMUKHI -> "pa";
      case GUJARATI -> "gu";
      default -> "mis";
    };
  }

  /**
   * A likeness is learned from English and Spanish; where another language is partly read it marks,
   * and stops nothing by itself: there it raised five times as many plain messages as risks. Only
   * where the language is sure (its script, or the client's own): short Spanish can pass for
   * French.
   */
  Signal trusted(String language, String usual, Signal hint) {
    boolean sure = language.equals("zh") || language.equals(own(usual));
    if (!sure || !PARTLY_READ.contains(language) || !hint.level().atLeast(Level.CONCERN)) {
      return hint;
    }
    return new Signal(hint.name(), Level.WATCH, hint.words());
  }

  Optional<Signal> signal(String language, List<Found> found) {
    if (READ.contains(language) || language.equals("und")) return Optional.empty();
    if (PARTLY_READ.contains(language)) {
      return Optional.of(new Signal("language_partly_read", Level.WATCH, ""));
    }
    return Optional.of(new Signal("language_unsupported", Level.CONCERN, ""));
  }
}
