package io.handrail.care.review;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.Delivery;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.review.RiskItem.Acknowledgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a person answers flags. Nothing here closes one without a person and an action note. */
public final class RiskDesk {

  private static final int ROUNDS_MAX = 5;

  private final Shelves shelves;

  public RiskDesk(Shelves shelves) {
    this.shelves = shelves;
  }

  /** The open flags of a clinic, oldest first. */
  public List<RiskQueue.Entry> open(ClinicId clinic) {
    return shelves.riskQueues().get(clinic).orElse(RiskQueue.EMPTY).entries();
  }

  /** The open flags of one client, oldest first. */
  public List<RiskQueue.Entry> open(ClientId client) {
    return shelves.riskQueues().get(client.clinic()).orElse(RiskQueue.EMPTY).of(client);
  }

  /**
   * How the flags of some entries are carried; one that nobody was told of yet is not among them.
   */
  public Map<OfClient<String>, Delivery> deliveries(List<RiskQueue.Entry> entries) {
    return shelves.deliveries().get(entries.stream().map(RiskQueue.Entry::key).toList());
  }

  /** The items behind entries of the queue, in the entries' order. */
  public List<RiskItem> items(List<RiskQueue.Entry> entries) {
    List<OfClient<String>> keys = entries.stream().map(RiskQueue.Entry::key).toList();
    Map<OfClient<String>, RiskItem> found = shelves.risk().get(keys);
    var items = new ArrayList<RiskItem>();
    for (OfClient<String> key : keys) {
      RiskItem item = found.get(key);
      if (item != null) items.add(item);
    }
    return items;
  }

  /**
   * Stores who answered a flag and what was done, then takes it off the clinic's list. Doing it
   * again finishes what a crash cut short.
   *
   * @return the item as it now stands: where another was first it carries their acknowledgement;
   *     empty when the client has no such flag
   */
  public Optional<RiskItem> acknowledge(ClientId client, String flag, Acknowledgement by) {
    var key = new OfClient<>(client, flag);
    if (shelves.risk().get(key).isEmpty()) return Optional.empty();
    RiskItem item = shelves.risk().change(key, found -> found.acknowledged(by));
    shelves
        .riskQueues()
        .change(client.clinic(), RiskQueue.EMPTY, queue -> listedWithout(queue, flag));
    recount(client);
    return Optional.of(item);
  }

  private static RiskQueue listedWithout(RiskQueue queue, String flag) {
    boolean listed = queue.entries().stream().anyMatch(e -> e.flag().equals(flag));
    return listed ? queue.without(flag) : queue;
  }

  /** The queue decides; the row is brought after it until both agree. */
  private void recount(ClientId client) {
    int counted = open(client).size();
    for (int round = 0; round < ROUNDS_MAX; round++) {
      int open = counted;
      shelves.caseload().change(client, CaseloadRow.NEW, row -> row.withOpenFlags(open));
      counted = open(client).size();
      if (counted == open) return;
    }
  }
}
