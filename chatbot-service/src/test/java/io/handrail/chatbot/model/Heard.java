package io.handrail.chatbot.model;

import io.handrail.chatbot.turn.Phrasing.Listener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A listener that keeps what it hears, and may stop after so many events. */
final class Heard implements Listener {
  final List<Object> events = new ArrayList<>();
  final List<Thread> threads = new ArrayList<>();
  private final int most;

  Heard() {
    this(Integer.MAX_VALUE);
  }

  /**
   * @param most events until it wants no more
   */
  Heard(int most) {
    this.most = most;
  }

  @Override
  public boolean captured(Map<String, Object> captures, String next) {
    events.add(Map.of("captures", captures, "next", next));
    threads.add(Thread.currentThread());
    return events.size() < most;
  }

  @Override
  public boolean sentence(String sentence) {
    events.add(sentence);
    threads.add(Thread.currentThread());
    return events.size() < most;
  }

  List<String> sentences() {
    return events.stream().filter(String.class::isInstance).map(String.class::cast).toList();
  }
}
