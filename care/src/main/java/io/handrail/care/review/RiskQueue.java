package io.handrail.care.review;

import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The open flags of one clinic. It finds {@link RiskItem}s without a scan and holds no words.
 *
 * @param entries oldest first
 */
public record RiskQueue(List<Entry> entries) {
  public static final RiskQueue EMPTY = new RiskQueue(List.of());

  public RiskQueue {
    entries = List.copyOf(entries);
  }

  /** One open flag. */
  public record Entry(String flag, ClientId client, Level level, Instant raisedAt) {
    /** Under what the flag's {@link RiskItem} and its delivery are stored. */
    public OfClient<String> key() {
      return new OfClient<>(client, flag);
    }
  }

  public RiskQueue with(Entry entry) {
    if (entries.stream().anyMatch(e -> e.flag().equals(entry.flag()))) return this;
    var all = new ArrayList<>(entries);
    all.add(entry);
    return new RiskQueue(all);
  }

  public RiskQueue without(String flag) {
    return new RiskQueue(entries.stream().filter(e -> !e.flag().equals(flag)).toList());
  }

  public List<Entry> of(ClientId client) {
    return entries.stream().filter(e -> e.client().equals(client)).toList();
  }
}
