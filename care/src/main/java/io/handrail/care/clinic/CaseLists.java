package io.handrail.care.clinic;

import io.handrail.care.Shelves;

/**
 * Takes clients off the lists by which their clinicians find them. What is on a list is only looked
 * at by whoever {@link Client} names; what is missing there is not found.
 */
public final class CaseLists {
  private final Shelves shelves;

  public CaseLists(Shelves shelves) {
    this.shelves = shelves;
  }

  /** Whom the client was given back to or assigned to meanwhile keeps them, whoever was first. */
  public void takeOff(StaffId member, ClientId client) {
    shelves.staff().change(member, staff -> staff.withoutCase(client));
    if (shelves.clients().get(client).filter(c -> names(c, member)).isPresent()) {
      shelves.staff().change(member, staff -> staff.withCase(client));
    }
  }

  private static boolean names(Client client, StaffId member) {
    return client.clinician().filter(member::equals).isPresent()
        || client.cover().map(Cover::to).filter(member::equals).isPresent();
  }
}
