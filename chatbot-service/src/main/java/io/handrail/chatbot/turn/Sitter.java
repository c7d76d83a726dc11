package io.handrail.chatbot.turn;

import io.handrail.care.Shelf;
import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Staff;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.ContextCard;
import io.handrail.care.plan.Taper;
import io.handrail.care.record.Consent;
import io.handrail.care.record.Memory;
import java.time.LocalDate;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client a turn is for, with what is read afresh on every turn, so that what a clinician
 * changes holds on the very next one.
 *
 * @param context what the clinician says about where the client comes from
 * @param taper how the limits become less before the end of care
 * @param clinician the display name of the clinician; empty when nobody is assigned
 */
record Sitter(
    Client client,
    Optional<String> clinician,
    String region,
    Optional<CarePlan> plan,
    Optional<Consent> consent,
    Memory memory,
    ContextCard context,
    Optional<Taper> taper) {

  private static final Logger LOG = LoggerFactory.getLogger(Sitter.class);

  static Sitter of(Shelves shelves, ClientId id) {
    Client client =
        shelves.clients().get(id).orElseThrow(() -> new io.handrail.care.Shelf.Missing("client"));
    return new Sitter(
        client,
        client.clinician().flatMap(who -> read(shelves.staff(), who)).map(Staff::name),
        read(shelves.clinics(), id.clinic()).map(Clinic::region).orElse(""),
        read(shelves.plans(), id),
        read(shelves.consents(), id),
        read(shelves.memories(), id).orElse(Memory.EMPTY),
        read(shelves.contextCards(), id).orElse(ContextCard.EMPTY),
        read(shelves.tapers(), id));
  }

  /**
   * A damaged document counts as missing, and missing means no; the client is heard all the same.
   */
  private static <K, V> Optional<V> read(Shelf<K, V> shelf, K key) {
    try {
      return shelf.get(key);
    } catch (StoreFault e) {
      if (e.category() != StoreFault.Category.UNREADABLE) throw e;
      LOG.error("a document behind a turn cannot be read, and counts as missing");
      return Optional.empty();
    }
  }

  /** The same client under another plan, for a look at what it would change. */
  Sitter under(CarePlan other) {
    return new Sitter(
        client, clinician, region, Optional.of(other), consent, memory, context, taper);
  }

  /** The plan as a taper lowers it on a day of the client's calendar. */
  Optional<CarePlan> planOn(LocalDate day) {
    return plan.map(now -> taper.map(t -> t.lowering(now, day)).orElse(now));
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
