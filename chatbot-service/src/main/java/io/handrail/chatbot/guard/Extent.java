package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard.Finding;
import java.util.ArrayList;
import java.util.List;

/** How much a reply says and how often it asks. */
final class Extent {
  /** "About 60": a tenth over is not too long yet. */
  private static final double ABOUT = 1.1;

  private Extent() {}

  static List<Finding> of(String text, int wordsMax) {
    List<Finding> findings = new ArrayList<>();
    if (questions(text) > 1) {
      findings.add(new Finding("Questions", "more_than_one_question", ""));
    }
    int words = words(text);
    if (words > wordsMax * ABOUT) findings.add(new Finding("Length", "too_long", words + " words"));
    return findings;
  }

  /** Question marks, a row of them once; what is quoted was counted out before. */
  private static int questions(String text) {
    int count = 0;
    boolean last = false;
    for (int i = 0; i < text.length(); i++) {
      boolean mark = text.charAt(i) == '?' || text.charAt(i) == '？';
      if (mark && !last) count++;
      last = mark;
    }
    return count;
  }

  static int words(String text) {
    String trimmed = text.trim();
    return trimmed.isEmpty() ? 0 : trimmed.split("\\s+").length;
  }
}
