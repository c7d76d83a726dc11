package io.handrail.chatbot.guard;

import io.handrail.chatbot.turn.Guard.About;
import io.handrail.chatbot.turn.Screen.ContextLine;
import io.handrail.chatbot.turn.Screen.Role;
import io.handrail.chatbot.words.Phrases.Hit;
import io.handrail.chatbot.words.Word;
import io.handrail.chatbot.words.Words;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the client said, as far as the guard needs it.
 *
 * @param topics what they spoke of, in this message or one of the last
 * @param now what they spoke of in this message
 * @param words how every word of theirs begins
 * @param pairs every two words of theirs that stood together
 */
record Spoken(Set<String> topics, Set<String> now, Set<String> words, Set<String> pairs) {
  private static final int CONTEXT_LINES_MAX = 12;
  private static final int SMALL = 3;
  private static final int STEM = 4;

  static Spoken of(About about, GuardBook book) {
    Set<String> topics = new HashSet<>();
    Set<String> now = new HashSet<>();
    Set<String> words = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    List<ContextLine> context = about.context();
    List<String> lines = new ArrayList<>();
    for (ContextLine line :
        context.subList(Math.max(0, context.size() - CONTEXT_LINES_MAX), context.size())) {
      if (line.role() == Role.CLIENT) lines.add(line.text());
    }
    lines.add(about.said());
    for (String line : lines) {
      Words read = book.reader.read(line);
      now.clear();
      for (Hit<String> hit : book.client.find(read)) now.add(hit.rule());
      topics.addAll(now);
      for (int i = 0; i < read.size(); i++) {
        words.add(stem(read.get(i).form()));
        if (i > 0) pairs.add(read.get(i - 1).form() + " " + read.get(i).form());
      }
    }
    return new Spoken(topics, now, words, pairs);
  }

  /** "Praying" is theirs where they wrote "prayed". */
  private static String stem(String form) {
    return form.length() > STEM ? form.substring(0, STEM) : form;
  }

  /** Whether a word begins as one of theirs. */
  boolean has(String form) {
    return words.contains(stem(form));
  }

  /** Whether the words of a hit are the client's: the long ones, or the two that begin there. */
  boolean theirs(Words reply, Hit<?> hit) {
    int content = 0;
    for (int i = hit.start(); i < hit.end(); i++) {
      Word word = reply.get(i);
      if (word.form().length() <= SMALL) continue;
      content++;
      if (!words.contains(stem(word.form()))) return false;
    }
    if (content > 0) return true;
    int next = hit.start() + 1;
    return next < reply.size()
        && pairs.contains(reply.get(hit.start()).form() + " " + reply.get(next).form());
  }
}
