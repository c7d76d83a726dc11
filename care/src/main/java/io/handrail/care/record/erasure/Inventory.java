package io.handrail.care.record.erasure;

import java.util.List;

/**
 * Where everything of a client's lies, by key: written down before the key is destroyed, because
 * afterwards nobody can read it. Numbers and ids alone.
 *
 * @param turns the last place of the journal
 * @param months of the readings, as {@code 2026-11}
 */
public record Inventory(
    Counts counts,
    long turns,
    int plans,
    int safetyPlans,
    int briefs,
    List<String> runs,
    List<String> flags,
    List<String> conversations,
    List<String> months) {
  public Inventory {
    runs = List.copyOf(runs);
    flags = List.copyOf(flags);
    conversations = List.copyOf(conversations);
    months = List.copyOf(months);
  }
}
