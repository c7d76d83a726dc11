package io.handrail.care.clinic;

import java.util.ArrayList;
import java.util.List;

/**
 * A page of a clinic's roll: clients in order of enrolment.
 *
 * @param clients at most {@link #MOST}
 */
public record RollPage(List<ClientId> clients) {
  /** Two reads by keys on the embedded server, and a screenful or two to look at. */
  public static final int MOST = 100;

  public static final RollPage EMPTY = new RollPage(List.of());

  public RollPage {
    clients = List.copyOf(clients);
  }

  public boolean full() {
    return clients.size() >= MOST;
  }

  /** Without a client who was erased. */
  RollPage without(ClientId client) {
    return clients.contains(client)
        ? new RollPage(clients.stream().filter(c -> !c.equals(client)).toList())
        : this;
  }

  /** The same instance where the client is on it already, or the page is full. */
  public RollPage with(ClientId client) {
    if (full() || clients.contains(client)) return this;
    var all = new ArrayList<>(clients);
    all.add(client);
    return new RollPage(all);
  }
}
