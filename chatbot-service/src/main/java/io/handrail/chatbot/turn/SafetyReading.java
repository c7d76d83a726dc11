package io.handrail.chatbot.turn;

import io.handrail.care.safety.SafetyAnswer.Reply;
import io.handrail.care.safety.SafetyQuestion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads a client's own words as the answer to a direct safety question, soberly: only what is plain
 * is a yes or a no. {@code scripts/safety_answers.yaml} holds the words.
 */
final class SafetyReading {
  /** In a long message only its beginning answers. */
  private static final int LONG_WORDS = 40;

  private static final String[][] SHORT = {
    {"do not", "dont"},
    {"have not", "havent"},
    {"did not", "didnt"},
    {"would not", "wouldnt"},
    {"i am", "im"},
    {"can not", "cant"},
    {"cannot", "cant"}
  };

  private static final Map<String, List<String>> WORDS = load();

  private SafetyReading() {}

  /**
   * What was read.
   *
   * @param reply empty when it is unclear
   * @param all a no that answers the next question too
   * @param recent when it happened, where that was said: true within three months
   */
  record Read(Optional<Reply> reply, boolean all, Optional<Boolean> recent) {
    static final Read UNCLEAR = new Read(Optional.empty(), false, Optional.empty());

    static Read of(Reply reply) {
      return new Read(Optional.of(reply), false, Optional.empty());
    }
  }

  /**
   * @param heard whether the screen heard a wish or thoughts in these very words
   */
  static Read read(SafetyQuestion question, String text, boolean heard) {
    String said = folded(text);
    if (said.isEmpty()) return Read.UNCLEAR;
    Read read = plain(question, said);
    boolean no = read.reply().filter(Reply.NO::equals).isPresent();
    boolean yes = read.reply().filter(Reply.YES::equals).isPresent();
    if (!heard || yes) return read;
    // What was said outweighs how it began.
    boolean thisIsIt = question == SafetyQuestion.WISH || question == SafetyQuestion.THOUGHTS;
    if (thisIsIt) return Read.of(Reply.YES);
    return no ? Read.UNCLEAR : read;
  }

  /** Short words that ask for the exercise again, and nothing else. */
  static boolean wantsToGoOn(String text) {
    String said = folded(text);
    return said.split(" ").length <= 8 && has("go_on", said) && !first("no_first", said);
  }

  private static Read plain(SafetyQuestion question, String said) {
    if (has("decline", said) || is("decline_whole", said)) return Read.of(Reply.DECLINED);
    boolean brief = said.split(" ").length <= LONG_WORDS;
    if (has("no_people", said)) return Read.UNCLEAR;
    if (first("no_but_not_a_no", said)) return Read.UNCLEAR;
    if (first("not_now", said)) return notNow(question, said);
    Optional<Boolean> when = when(said);
    if (when.isPresent() && brief && !first("no_first", said)) {
      if (question == SafetyQuestion.EVER) return new Read(Optional.of(Reply.YES), false, when);
      if (question == SafetyQuestion.RECENT) return Read.of(when.get() ? Reply.YES : Reply.NO);
    }
    if (first("yes_leaning", said)) return Read.UNCLEAR;
    boolean no = first("no_first", said);
    boolean yes = first("yes_first", said) || is("yes_whole", said);
    // "I don't have any credit" denies the telephone, and nothing that was asked.
    if (no && !has("all_no", said) && HoldReading.spokenOf(said)) return Read.UNCLEAR;
    if (no) return denied(question, said);
    if (yes) return has("unsure", said) && !brief ? Read.UNCLEAR : Read.of(Reply.YES);
    if (!brief) return Read.UNCLEAR;
    if (question == SafetyQuestion.METHOD && has("means", said)) return Read.of(Reply.YES);
    if (has("some", said)) return startsHedged(said) ? hedged(said) : Read.of(Reply.YES);
    return Read.UNCLEAR;
  }

  /** "Not really but sometimes" is a yes; "not really" alone is asked about. */
  private static boolean startsHedged(String said) {
    return said.startsWith("not ") || has("unsure", said);
  }

  private static Read hedged(String said) {
    return tookBack(said) ? Read.of(Reply.YES) : Read.UNCLEAR;
  }

  private static Read denied(SafetyQuestion question, String said) {
    if (tookBack(said)) return Read.of(Reply.YES);
    if (has("then_yes", said)) return Read.of(Reply.YES);
    if (has("unsure", said) || has("some", said)) return Read.UNCLEAR;
    boolean all = question == SafetyQuestion.WISH && has("all_no", said);
    return new Read(Optional.of(Reply.NO), all, Optional.empty());
  }

  private static Read notNow(SafetyQuestion question, String said) {
    return switch (question) {
      case METHOD, INTENT, PLAN -> first("not_yet", said) ? Read.of(Reply.YES) : Read.UNCLEAR;
      case HURT, WOUND, VOICES, BODY, WISH, THOUGHTS, EVER, RECENT -> Read.UNCLEAR;
    };
  }

  /** "No, but it crosses my mind." */
  private static boolean tookBack(String said) {
    for (String but : WORDS.get("but")) {
      int at = (" " + said + " ").indexOf(" " + but + " ");
      if (at < 0) continue;
      String rest = said.substring(Math.min(said.length(), at + but.length())).strip();
      if (has("some", rest) || rest.startsWith("yes") || rest.startsWith("si ")) return true;
    }
    return false;
  }

  private static Optional<Boolean> when(String said) {
    if (has("recent", said)) return Optional.of(true);
    return has("long_ago", said) ? Optional.of(false) : Optional.empty();
  }

  /** Long and short forms alike, joined within a sentence only: "I have, not saying how". */
  static String folded(String text) {
    var said = new StringBuilder();
    for (String part : text.split("[.,;:!?\n]")) {
      String words = " " + Content.folded(part) + " ";
      for (String[] pair : SHORT) {
        words = words.replace(" " + pair[0] + " ", " " + pair[1] + " ");
      }
      said.append(words.strip()).append(' ');
    }
    return said.toString().strip().replaceAll(" +", " ");
  }

  private static boolean has(String list, String said) {
    return WORDS.get(list).stream().anyMatch(phrase -> Content.names(said, phrase));
  }

  private static boolean first(String list, String said) {
    return WORDS.get(list).stream().anyMatch(p -> said.equals(p) || said.startsWith(p + " "));
  }

  private static boolean is(String list, String said) {
    return WORDS.get(list).contains(said);
  }

  private static Map<String, List<String>> load() {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    try (InputStream in = SafetyReading.class.getResourceAsStream("/scripts/safety_answers.yaml")) {
      return yaml.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
