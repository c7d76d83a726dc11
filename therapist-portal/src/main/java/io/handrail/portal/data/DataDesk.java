package io.handrail.portal.data;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.erasure.Counts;
import io.handrail.care.record.erasure.Eraser;
import io.handrail.care.record.erasure.Erasure;
import io.handrail.care.record.erasure.Receipt;
import io.handrail.care.record.takeout.CopyOrder;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Lays out what stands about a client's data, for a clinician and for the office. */
@Singleton
class DataDesk {
  private static final List<String> KEEPS =
      List.of(
          "The audit trail: who did what and when, by number and without any words.",
          "The receipt, with how much there was, and how many flags of each kind.",
          "Backups made before now: they hold the sealed record and its key until they expire. Keep"
              + " them no longer than your clinic has promised, and erase again after putting one"
              + " back.",
          "Whatever was printed, downloaded or copied into another record.");

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final Eraser eraser;
  private final RiskDesk risk;

  DataDesk(Shelves shelves, Frames frames, Gate gate, Eraser eraser, RiskDesk risk) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.eraser = eraser;
    this.risk = risk;
  }

  static String base(boolean office, String id) {
    return (office ? "/clinic/clients/" : "/clients/") + id + "/data";
  }

  /** The client, for their clinician or for an administrator. */
  Optional<Client> open(StaffActor actor, boolean office, String id) {
    return gate.open(actor, office ? Act.ENROL : Act.READ_LOG, id);
  }

  DataPage page(StaffActor actor, Client client, boolean office, Notice notice) {
    Frame frame = frames.around(actor);
    String id = client.id().value();
    return new DataPage(
        frame,
        id,
        client.name(),
        base(office, id),
        office,
        shelves.copyOrders().get(client.id()).map(order -> ordered(order, frame, office)),
        eraser.of(client.id()).filter(e -> !e.done()).map(e -> wish(e, actor, client, frame)),
        KEEPS,
        notice);
  }

  private static DataPage.Ordered ordered(CopyOrder order, Frame frame, boolean office) {
    return new DataPage.Ordered(
        order.name(),
        frame.said(order.at()),
        order.to().name(),
        !office && order.waitsFor(CopyOrder.Addressee.CLINICIAN),
        order.takenAt().map(frame::said).orElse(""));
  }

  private DataPage.Wish wish(Erasure erasure, StaffActor actor, Client client, Frame frame) {
    return new DataPage.Wish(
        erasure.asked().by().map(this::name).orElse(client.name()),
        frame.said(erasure.asked().at()),
        erasure.mayConfirm(actor.id()),
        risk.open(client.id()).size(),
        !erasure.waiting());
  }

  private String name(StaffId id) {
    return shelves.staff().get(id).map(Staff::name).orElse(id.value());
  }

  void order(StaffActor actor, Client client, CopyOrder.Addressee to) {
    Instant now = frames.now();
    var order = new CopyOrder(actor.id(), name(actor.id()), now, to, Optional.empty());
    if (!shelves.copyOrders().insert(client.id(), order)) {
      shelves.copyOrders().change(client.id(), before -> order);
    }
  }

  /** The clinician has fetched it. */
  void taken(Client client) {
    if (shelves.copyOrders().get(client.id()).isEmpty()) return;
    Instant now = frames.now();
    shelves
        .copyOrders()
        .change(
            client.id(),
            order -> order.waitsFor(CopyOrder.Addressee.CLINICIAN) ? order.taken(now) : order);
  }

  ErasuresPage erasures(StaffActor actor) {
    Frame frame = frames.around(actor);
    return new ErasuresPage(
        frame,
        eraser.all(actor.clinic()).stream()
            .map(e ->
                new ErasuresPage.Row(
                    e.client().value(),
                    shelves.forgotten(e.client())
                        ? ""
                        : shelves.clients().get(e.client()).map(Client::name).orElse(""),
                    e.done() ? "done" : e.waiting() ? "waiting" : "broken",
                    frame.said(e.asked().at())))
            .toList());
  }

  Optional<ReceiptPage> receipt(StaffActor actor, String id) {
    if (!actor.is(Role.ADMIN)) return Optional.empty();
    try {
      return eraser
          .of(actor.client(id))
          .flatMap(Erasure::receipt)
          .map(receipt -> page(actor, receipt));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no id has this shape
    }
  }

  ReceiptPage page(StaffActor actor, Receipt receipt) {
    return new ReceiptPage(
        frames.around(actor),
        receipt,
        named(actor, receipt.askedBy()),
        named(actor, receipt.confirmedBy()),
        receipt.holds(),
        lines(receipt.counts()),
        KEEPS);
  }

  private String named(StaffActor actor, String id) {
    try {
      return name(actor.colleague(id));
    } catch (IllegalArgumentException e) {
      return id; // the client, who has no name here any more
    }
  }

  private static List<ReceiptPage.Line> lines(Counts counts) {
    return List.of(
        new ReceiptPage.Line("Entries of the conversations", counts.entries()),
        new ReceiptPage.Line("Conversations", counts.conversations()),
        new ReceiptPage.Line("Worksheets", counts.worksheets()),
        new ReceiptPage.Line("Pieces of homework", counts.homework()),
        new ReceiptPage.Line("Questionnaires", counts.questionnaires()),
        new ReceiptPage.Line("Versions of the safety plan", counts.safetyPlanVersions()),
        new ReceiptPage.Line("Remembered facts", counts.remembered()),
        new ReceiptPage.Line("Signed briefs", counts.briefs()),
        new ReceiptPage.Line("Versions of the care plan", counts.planVersions()),
        new ReceiptPage.Line("Flags to answer the same working day", counts.concerns()),
        new ReceiptPage.Line("Flags to answer at once", counts.crises()));
  }
}
