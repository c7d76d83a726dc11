package io.handrail.tests.eval.nodes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Everything that arrived, by mail and by webhook. */
final class Letters {
  /** A letter is noted within moments of being taken, or its sender was killed. */
  private static final Duration NOTED_WITHIN = Duration.ofSeconds(15);

  private static final Duration CLOCKS = Duration.ofMillis(500);

  private final ConcurrentLinkedQueue<Received> all = new ConcurrentLinkedQueue<>();
  private final AtomicReference<Runnable> ambush = new AtomicReference<>();

  void take(Received letter) {
    all.add(letter);
    Runnable waiting = ambush.getAndSet(null);
    if (waiting != null) waiting.run();
  }

  /** What is to happen once, between the next letter's arrival and its sender hearing of it. */
  void ambush(Runnable then) {
    ambush.set(then);
  }

  /** True where an ambush still waited; it waits no longer. */
  boolean callOff() {
    return ambush.getAndSet(null) != null;
  }

  List<Received> all() {
    return List.copyOf(all);
  }

  List<Received> of(String reference, String to) {
    return all.stream()
        .filter(letter -> letter.reference().equals(reference) && letter.to().equals(to))
        .sorted(Comparator.comparing(Received::at))
        .toList();
  }

  Optional<Instant> first(String reference, String to) {
    return of(reference, to).stream().map(Received::at).findFirst();
  }

  long keys(String reference, String to) {
    return of(reference, to).stream().map(Received::key).distinct().count();
  }

  /** How many came again under a key that had come before. */
  int repeated(boolean mail) {
    return byKey().values().stream()
        .filter(same -> same.getFirst().to().equals("webhook") != mail)
        .mapToInt(same -> same.size() - 1)
        .sum();
  }

  int mostCopies() {
    return byKey().values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** Repeats that no kill explains, in words. */
  List<String> unexplained(List<Instant> kills) {
    var wrong = new ArrayList<String>();
    byKey()
        .forEach((key, same) -> {
          for (Received early : same.subList(0, same.size() - 1)) {
            boolean killed =
                kills.stream()
                    .anyMatch(kill ->
                        kill.isAfter(early.at().minus(CLOCKS))
                            && kill.isBefore(early.at().plus(NOTED_WITHIN)));
            if (!killed) {
              wrong.add(early.reference() + " came to " + early.to() + " twice without a kill");
            }
          }
        });
    return wrong;
  }

  private Map<String, List<Received>> byKey() {
    Map<String, List<Received>> found = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparing(Received::at))
        .forEach(
            letter -> found.computeIfAbsent(letter.key(), key -> new ArrayList<>()).add(letter));
    return found;
  }
}
