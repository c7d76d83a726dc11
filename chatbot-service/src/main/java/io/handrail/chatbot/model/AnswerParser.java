package io.handrail.chatbot.model;

import io.handrail.chatbot.turn.Phrasing.Listener;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the one JSON object {@code {"captures":{...},"next":"ID","reply":"..."}} while it streams
 * in, however it is cut up, and tells the listener: first the captures, then each sentence when it
 * is whole. Code fences, thinking aloud and white space around the object are passed over. Never
 * throws.
 */
final class AnswerParser {
  private static final int PREAMBLE_MAX = 400;
  private static final int KEY_MAX = 40;
  private static final int REPLY_MAX = 2400;

  /** How far the answer has come. */
  enum State {
    READING,
    COMPLETE,
    /** The listener wants no more. */
    ABANDONED,
    /** It is not the answer that was asked for. */
    BROKEN
  }

  private enum At {
    PREAMBLE,
    THINKING,
    KEY_OR_END,
    KEY,
    COLON,
    VALUE,
    RAW,
    REPLY,
    COMMA_OR_END
  }

  private final Listener listener;
  private final StringBuilder word = new StringBuilder();
  private final StringBuilder reply = new StringBuilder();
  private final Sentences sentences = new Sentences(this::sentence);
  private final ArrayDeque<String> waiting = new ArrayDeque<>();
  private final Set<String> keys = new HashSet<>();
  private State state = State.READING;
  private At at = At.PREAMBLE;
  private String key = "";
  private int preamble;
  private JsonText text = new JsonText();
  private RawValue raw = new RawValue();
  private Optional<Map<String, Object>> captures = Optional.empty();
  private Optional<String> next = Optional.empty();
  private boolean told;

  AnswerParser(Listener listener) {
    this.listener = listener;
  }

  /** Takes the next piece. After the end of the object, pieces are passed over. */
  State feed(CharSequence piece) {
    for (int i = 0; i < piece.length() && state == State.READING; i++) take(piece.charAt(i));
    return state;
  }

  /** The stream is over: what is not complete by now is broken. */
  State finish() {
    if (state == State.READING) state = State.BROKEN;
    return state;
  }

  State state() {
    return state;
  }

  /** What the reply said so far, a sentence that was cut included. */
  String reply() {
    return reply.toString().strip();
  }

  private void take(char c) {
    boolean space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    switch (at) {
      case PREAMBLE -> preamble(c);
      case THINKING -> {
        if (endsWith(c, "</think>")) at = At.PREAMBLE;
      }
      case KEY_OR_END -> {
        if (c == '"') key();
        else if (c == '}') complete();
        else if (!space) broken();
      }
      case KEY -> keyLetter(c);
      case COLON -> {
        if (c == ':') at = At.VALUE;
        else if (!space) broken();
      }
      case VALUE -> {
        if (!space) value(c);
      }
      case RAW -> raw(c);
      case REPLY -> replyLetter(c);
      case COMMA_OR_END -> {
        if (!space) afterValue(c);
      }
    }
  }

  private void preamble(char c) {
    if (c == '{') {
      at = At.KEY_OR_END;
    } else if (endsWith(c, "<think>")) {
      at = At.THINKING;
    } else if (++preamble > PREAMBLE_MAX) {
      broken();
    }
  }

  /** Keeps the last few letters, to know a mark that comes in pieces. */
  private boolean endsWith(char c, String mark) {
    if (word.length() >= 8) word.deleteCharAt(0);
    word.append(c);
    return word.length() >= mark.length()
        && word.substring(word.length() - mark.length()).equals(mark);
  }

  private void key() {
    word.setLength(0);
    at = At.KEY;
  }

  private void keyLetter(char c) {
    if (c == '"') {
      key = word.toString();
      if (keys.add(key)) at = At.COLON;
      else broken();
    } else if (c == '\\' || word.length() >= KEY_MAX) {
      broken();
    } else {
      word.append(c);
    }
  }

  private void value(char c) {
    if (!key.equals("reply")) {
      raw = new RawValue();
      at = At.RAW;
      raw(c);
    } else if (c == '"') {
      text = new JsonText();
      at = At.REPLY;
      tellWhenKnown();
    } else {
      broken();
    }
  }

  private void raw(char c) {
    switch (raw.take(c)) {
      case MORE -> {}
      case TOO_LONG -> broken();
      case WHOLE -> rawEnded();
      case WHOLE_BEFORE -> {
        rawEnded();
        if (state == State.READING && !Character.isWhitespace(c)) afterValue(c);
      }
    }
  }

  private void rawEnded() {
    at = At.COMMA_OR_END;
    if (key.equals("captures")) {
      captures = raw.asMap();
      if (captures.isEmpty()) broken();
    } else if (key.equals("next")) {
      next = raw.asText();
      if (next.isEmpty()) broken();
    }
    if (keys.contains("reply") && state == State.READING) tellWhenKnown();
  }

  private void replyLetter(char c) {
    switch (text.take(c)) {
      case NOTHING -> {}
      case BROKEN -> broken();
      // Its last sentence waits for what follows: an unescaped quote would have cut it.
      case CLOSED -> at = At.COMMA_OR_END;
      case LETTER -> {
        reply.append(text.letter());
        if (reply.length() > REPLY_MAX) broken();
        else sentences.add(text.letter());
      }
    }
  }

  private void afterValue(char c) {
    if (c != ',' && c != '}') {
      broken();
      return;
    }
    if (key.equals("reply")) sentences.end();
    if (state != State.READING) return;
    if (c == ',') at = At.KEY_OR_END;
    else complete();
  }

  private void complete() {
    if (reply.toString().isBlank()) {
      broken();
      return;
    }
    captures = Optional.of(captures.orElse(Map.of()));
    next = Optional.of(next.orElse(""));
    tellWhenKnown();
    if (state == State.READING) state = State.COMPLETE;
  }

  private void broken() {
    state = State.BROKEN;
  }

  private void sentence(String sentence) {
    if (state != State.READING) return;
    if (!told) waiting.add(sentence);
    else if (!listener.sentence(sentence)) state = State.ABANDONED;
  }

  /** Captures go first, whatever order the model wrote in. */
  private void tellWhenKnown() {
    if (told || captures.isEmpty() || next.isEmpty()) return;
    told = true;
    if (!listener.captured(captures.get(), next.get())) state = State.ABANDONED;
    while (state == State.READING && !waiting.isEmpty()) sentence(waiting.poll());
  }
}
