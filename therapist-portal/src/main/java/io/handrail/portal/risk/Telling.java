package io.handrail.portal.risk;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Errand;
import io.handrail.care.alert.Fault;
import io.handrail.care.alert.Standing;
import io.handrail.care.alert.Trouble;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Level;
import io.handrail.care.review.RiskItem;
import io.handrail.portal.AlertWarnings;
import io.handrail.portal.Frame;
import io.handrail.portal.risk.RiskPage.Told;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of a flag whom it was told, by what, what failed, and who is next. */
@Singleton
class Telling {
  private final Shelves shelves;
  private final AlertWarnings warnings;

  Telling(Shelves shelves, AlertWarnings warnings) {
    this.shelves = shelves;
    this.warnings = warnings;
  }

  Told of(RiskItem item, Client client, Frame frame) {
    var key = new OfClient<>(item.client(), item.flag().id());
    String reference = Delivery.reference(item.flag().id());
    Optional<Delivery> found = shelves.deliveries().get(key);
    if (found.isEmpty()) {
      return new Told(reference, List.of(), "Nobody has been told yet.", List.of());
    }
    Delivery delivery = found.get();
    return new Told(
        reference,
        delivery.errands().stream()
            .filter(errand -> errand.channel().outward() || !delivery.left())
            .map(errand -> line(errand, frame))
            .toList(),
        next(delivery, client, frame),
        delivery.troubles().stream().map(Telling::said).toList());
  }

  private String line(Errand errand, Frame frame) {
    String who =
        errand.to().map(this::name).map(name -> name + ", ").orElse("")
            + switch (errand.channel()) {
              case PORTAL -> "in this queue";
              case EMAIL -> "e-mail";
              case WEBHOOK -> "the clinic’s webhook";
            };
    return who + ": " + sent(errand, frame) + failing(errand, frame);
  }

  private static String sent(Errand errand, Frame frame) {
    if (errand.sends() == 0) return errand.failures() == 0 ? "not sent yet" : "";
    String first = frame.said(errand.firstAt().orElseThrow());
    if (errand.channel() == Channel.PORTAL) return "since " + first;
    if (errand.sends() == 1) return "sent " + first;
    return "sent "
        + errand.sends()
        + " times, first "
        + first
        + ", last "
        + frame.said(errand.lastAt().orElseThrow());
  }

  private static String failing(Errand errand, Frame frame) {
    if (errand.failures() == 0) return "";
    String before = errand.sends() == 0 ? "" : "; then ";
    String times = errand.failures() == 1 ? "failed" : "failed " + errand.failures() + " times";
    return before
        + times
        + " ("
        + errand.fault().map(Telling::why).orElse("")
        + "), tried again "
        + frame.said(errand.nextTry());
  }

  private static String why(Fault fault) {
    return switch (fault) {
      case NO_ADDRESS -> "no address on record";
      case UNREACHABLE -> "nothing answers there";
      case REFUSED -> "it was refused";
      case SLOW -> "no answer in time";
    };
  }

  private String next(Delivery delivery, Client client, Frame frame) {
    if (!delivery.level().atLeast(Level.CONCERN))
      return "It stays in this queue; nobody is called.";
    if (delivery.nextRoundAt().isEmpty()) return "";
    Optional<Clinic> clinic = shelves.clinics().get(client.id().clinic());
    var standing =
        new Standing(
            client.clinician(),
            client.coveredAt(delivery.nextRoundAt().get()),
            clinic.map(Clinic::rota).orElse(Rota.NOBODY),
            Set.of(),
            warnings.ways(),
            clinic.map(Clinic::zone).orElse(ZoneOffset.UTC));
    String people =
        delivery.nextRung(standing).people(standing).stream()
            .map(this::name)
            .collect(Collectors.joining(", "));
    String at = frame.said(delivery.nextRoundAt().get());
    return people.isEmpty()
        ? "There is nobody else to tell."
        : "Unless it is answered, told next: " + people + ", " + at + ".";
  }

  private String name(StaffId id) {
    return shelves.staff().get(id).map(Staff::name).orElse(id.value());
  }

  private static String said(Trouble trouble) {
    String text = trouble.sentence();
    return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
  }
}
