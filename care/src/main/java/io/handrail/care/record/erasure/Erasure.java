package io.handrail.care.record.erasure;

import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * One client's erasure, from the wish to the receipt. It is kept under the clinic's key and holds
 * no name and no word of the client's, so it can outlive them here.
 *
 * @param asked who wished it
 * @param confirmed who confirmed it; never the one who wished it
 * @param underWay what has to be destroyed, while it is being done; gone afterwards
 * @param receipt what was done; present at the end
 */
public record Erasure(
    ClientId client,
    Asked asked,
    Optional<Confirmed> confirmed,
    Optional<Inventory> underWay,
    Optional<Receipt> receipt) {

  /**
   * @param by the member of staff who passed the wish on; empty where the client asked themselves
   */
  public record Asked(Optional<StaffId> by, Instant at) {}

  /** The second person. */
  public record Confirmed(StaffId by, Instant at) {}

  public static Erasure asked(ClientId client, Optional<StaffId> by, Instant at) {
    return new Erasure(
        client, new Asked(by, at), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** True for a person other than the one who asked, while nobody has confirmed. */
  public boolean mayConfirm(StaffId by) {
    return confirmed.isEmpty() && asked.by().filter(by::equals).isEmpty();
  }

  public boolean waiting() {
    return confirmed.isEmpty();
  }

  public boolean done() {
    return receipt.isPresent();
  }

  Erasure confirmed(StaffId by, Instant at, Inventory inventory) {
    return confirmed.isPresent()
        ? this
        : new Erasure(
            client,
            asked,
            Optional.of(new Confirmed(by, at)),
            Optional.of(inventory),
            Optional.empty());
  }

  Erasure ended(Receipt receipt) {
    return new Erasure(client, asked, confirmed, Optional.empty(), Optional.of(receipt));
  }
}
