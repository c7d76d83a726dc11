package io.handrail.care.record.erasure;

import java.util.List;
import java.util.stream.Stream;

/**
 * The erasures of a clinic, the latest wish first: ids alone.
 *
 * @param clients the clients' ids within the clinic, at most {@link #MOST}
 */
public record ErasureRoll(List<String> clients) {
  public static final ErasureRoll EMPTY = new ErasureRoll(List.of());

  /** Older ones are still found by their own number. */
  public static final int MOST = 2_000;

  public ErasureRoll {
    clients = List.copyOf(clients);
  }

  ErasureRoll with(String client) {
    return clients.contains(client)
        ? this
        : new ErasureRoll(Stream.concat(Stream.of(client), clients.stream()).limit(MOST).toList());
  }

  ErasureRoll without(String client) {
    return clients.contains(client)
        ? new ErasureRoll(clients.stream().filter(c -> !c.equals(client)).toList())
        : this;
  }
}
