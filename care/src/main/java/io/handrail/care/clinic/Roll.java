package io.handrail.care.clinic;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClinic;
import java.util.List;

/**
 * Everyone enrolled at a clinic, in order of enrolment and in pages that are found by their number.
 * The clinic itself holds the first page, so that a small clinic is one document; what a large one
 * adds never makes the clinic's document longer, which every page of the portal reads.
 */
public final class Roll {
  private final Shelves shelves;
  private final NameIndex names;

  public Roll(Shelves shelves) {
    this.shelves = shelves;
    this.names = new NameIndex(shelves);
  }

  /**
   * Adds a client at the end, and to the index of names; once, however often it is called in a row.
   */
  public void enrol(ClientId client) {
    shelves.clinics().get(client.clinic()).filter(Roll::empty).ifPresent(names::beginning);
    shelves.clients().get(client).ifPresent(names::add);
    Clinic clinic = shelves.clinics().change(client.clinic(), c -> c.withClient(client));
    if (clinic.clients().contains(client)) return;
    for (int page = Math.max(1, pages(clinic) - 1); ; page++) {
      var key = new OfClinic<>(client.clinic(), page);
      RollPage stored = shelves.rolls().change(key, RollPage.EMPTY, p -> p.with(client));
      int pages = page + 1;
      if (stored.clients().contains(client)) {
        shelves.clinics().change(client.clinic(), c -> c.withRollPages(pages));
        return;
      }
    }
  }

  private static boolean empty(Clinic clinic) {
    return clinic.clients().isEmpty() && pages(clinic) == 1;
  }

  /** How many pages there are; 1 for a clinic that is empty. */
  public static int pages(Clinic clinic) {
    return clinic.rollPages().orElse(1);
  }

  /**
   * @param page counts from 0, the earliest enrolled; empty beyond the end
   */
  public List<ClientId> page(Clinic clinic, int page) {
    if (page <= 0) return clinic.clients();
    return shelves
        .rolls()
        .get(new OfClinic<>(clinic.id(), page))
        .map(RollPage::clients)
        .orElse(List.of());
  }

  /** Takes a client off, who was erased. The pages keep their numbers; one is a line shorter. */
  public void strike(ClientId client) {
    shelves.clients().get(client).ifPresent(names::strike);
    Clinic clinic = shelves.clinics().change(client.clinic(), c -> c.withoutClient(client));
    for (int page = 1; page < pages(clinic); page++) {
      var key = new OfClinic<>(client.clinic(), page);
      boolean here = shelves.rolls().get(key).filter(p -> p.clients().contains(client)).isPresent();
      if (here) shelves.rolls().change(key, p -> p.without(client));
    }
  }
}
