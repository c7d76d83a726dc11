package io.handrail.portal.homework;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Staff;
import io.handrail.care.homework.Homework;
import io.handrail.care.homework.Homework.Status;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.brief.Adherence;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.homework.HomeworkPage.Item;
import io.handrail.portal.homework.HomeworkPage.Step;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lays out homework for a page. */
@Singleton
class HomeworkItems {
  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;
  private final Protocols protocols;

  HomeworkItems(Shelves shelves, Frames frames, Gate gate, RiskDesk risk, Protocols protocols) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
    this.protocols = protocols;
  }

  /**
   * What was typed about one piece and refused.
   *
   * @param homework its id; empty for none
   */
  record Typed(String homework, String task, String when, String comment, String problem) {
    static final Typed NOTHING = new Typed("", "", "", "", "");
  }

  HomeworkPage of(StaffActor actor, Client client, Typed typed, Notice notice) {
    Frame frame = frames.around(actor);
    List<Homework> all = shelves.homework().get(client.id()).orElse(HomeworkBook.EMPTY).items();
    var head = ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now());
    return new HomeworkPage(
        frame,
        Optional.of(head),
        all.stream()
            .filter(HomeworkItems::waits)
            .sorted(Comparator.comparing(HomeworkItems::since))
            .map(homework -> item(client, homework, frame, typed))
            .toList(),
        all.stream()
            .filter(homework -> !waits(homework))
            .map(homework -> item(client, homework, frame, typed))
            .toList(),
        Adherence.of(new HomeworkBook(all), frame.now()).said().orElse(""),
        HomeworkPage.Bulk.NONE,
        notice);
  }

  HomeworkPage overCaseload(StaffActor actor, HomeworkPage.Bulk bulk, Notice notice) {
    Frame frame = frames.around(actor);
    List<ClientId> listed = shelves.staff().get(actor.id()).map(Staff::caseload).orElse(List.of());
    List<ClientId> waiting =
        shelves.caseload().get(listed).entrySet().stream()
            .filter(entry -> entry.getValue().homeworkWaiting() > 0)
            .map(Map.Entry<ClientId, CaseloadRow>::getKey)
            .toList();
    Map<ClientId, HomeworkBook> books = shelves.homework().get(waiting);
    var pieces = new ArrayList<Piece>();
    for (Client client : shelves.clients().get(waiting).values()) {
      if (!gate.may(actor, Act.DECIDE_HOMEWORK, client)) continue;
      books.getOrDefault(client.id(), HomeworkBook.EMPTY).items().stream()
          .filter(HomeworkItems::waits)
          .forEach(homework -> pieces.add(new Piece(client, homework)));
    }
    pieces.sort(Comparator.comparing(piece -> since(piece.homework())));
    return new HomeworkPage(
        frame,
        Optional.empty(),
        pieces.stream().map(p -> item(p.client(), p.homework(), frame, Typed.NOTHING)).toList(),
        List.of(),
        "",
        bulk,
        notice);
  }

  private record Piece(Client client, Homework homework) {}

  private static boolean waits(Homework homework) {
    return switch (homework.status()) {
      case PROPOSED, DONE -> true;
      case APPROVED, DECLINED, RETURNED -> false;
    };
  }

  private static Instant since(Homework homework) {
    return homework.history().getLast().at();
  }

  private String title(String protocol) {
    return protocols.active(protocol).map(p -> p.title("en")).orElse(Spoken.plain(protocol));
  }

  private Item item(Client client, Homework homework, Frame frame, Typed all) {
    boolean mine = all.homework().equals(homework.id());
    return new Item(
        client.id().value(),
        client.name(),
        homework.id(),
        homework.status().name().toLowerCase(Locale.ROOT),
        words(homework.status()),
        mine && !all.task().isEmpty() ? all.task() : homework.task(),
        mine && !all.task().isEmpty() ? all.when() : homework.when(),
        homework.fromRun().orElse(""),
        homework.history().size(),
        homework.history().stream().map(move -> step(move, frame)).toList(),
        homework.clears().map(c -> title(c.protocol())).orElse(""),
        homework.clears().isPresent() && !waits(homework) && homework.mayBecome(Status.DECLINED),
        homework.unread(),
        mine ? all.comment() : "",
        mine ? all.problem() : "");
  }

  static String words(Homework.Status status) {
    return switch (status) {
      case PROPOSED -> "Waits for your decision";
      case APPROVED -> "To do";
      case DECLINED -> "Declined";
      case DONE -> "Done, waits for your comment";
      case RETURNED -> "Returned with your comment";
    };
  }

  private static Step step(Homework.Move move, Frame frame) {
    String words =
        switch (move.to()) {
          case PROPOSED -> "Proposed";
          case APPROVED -> "Approved";
          case DECLINED -> "Declined";
          case DONE -> "Reported done";
          case RETURNED -> "Returned";
        };
    String wording =
        move.wording()
            .map(w -> w.task() + (w.when().isBlank() ? "" : " (" + w.when() + ")"))
            .orElse("");
    return new Step(words, move.by(), frame.said(move.at()), move.comment(), wording);
  }
}
