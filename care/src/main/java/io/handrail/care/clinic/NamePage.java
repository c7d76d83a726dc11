package io.handrail.care.clinic;

import java.util.ArrayList;
import java.util.List;

/**
 * Clients who have a word in their name that begins alike; the letters are in the key, which is
 * hidden.
 *
 * @param clients in order of enrolment
 * @param pages how many pages there are; told on the first page alone
 */
public record NamePage(List<ClientId> clients, int pages) {
  static final int MOST = 100;

  public static final NamePage EMPTY = new NamePage(List.of(), 1);

  public NamePage {
    clients = List.copyOf(clients);
  }

  /** The same instance where the client is on it already, or the page is full. */
  NamePage with(ClientId client) {
    return clients.contains(client) || clients.size() >= MOST ? this : adding(client, 0);
  }

  /** With the client as the latest; the earliest makes room. */
  NamePage latest(ClientId client) {
    return clients.contains(client) ? this : adding(client, Math.max(0, clients.size() + 1 - MOST));
  }

  private NamePage adding(ClientId client, int from) {
    var all = new ArrayList<>(clients.subList(from, clients.size()));
    all.add(client);
    return new NamePage(all, pages);
  }

  NamePage paged(int pages) {
    return this.pages >= pages ? this : new NamePage(clients, pages);
  }

  NamePage without(ClientId client) {
    return clients.contains(client)
        ? new NamePage(clients.stream().filter(c -> !c.equals(client)).toList(), pages)
        : this;
  }
}
