package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Staff;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.record.Consent;
import io.handrail.care.record.Memory;
import java.util.Optional;

/**
 * The client a turn is for, with what is read afresh on every turn, so that what a clinician
 * changes holds on the very next one.
 *
 * @param clinician the display name of the clinician; empty when nobody is assigned
 */
record Sitter(
    Client client,
    Optional<String> clinician,
    String region,
    Optional<CarePlan> plan,
    Optional<Consent> consent,
    Memory memory) {

  static Sitter of(Shelves shelves, ClientId id) {
    Client client =
        shelves.clients().get(id).orElseThrow(() -> new io.handrail.care.Shelf.Missing("client"));
    return new Sitter(
        client,
        client.clinician().flatMap(shelves.staff()::get).map(Staff::name),
        shelves.clinics().get(id.clinic()).map(Clinic::region).orElse(""),
        shelves.plans().get(id),
        shelves.consents().get(id),
        shelves.memories().get(id).orElse(Memory.EMPTY));
  }

  /** The same client under another plan, for a look at what it would change. */
  Sitter under(CarePlan other) {
    return new Sitter(client, clinician, region, Optional.of(other), consent, memory);
  }

  /** Missing means no. */
  boolean agreed() {
    return consent.filter(Consent::stands).isPresent();
  }

  Scripts scripts() {
    return Scripts.in(client.language());
  }

  String clinicianOr(String key) {
    return clinician.orElseGet(() -> scripts().say(key));
  }
}
