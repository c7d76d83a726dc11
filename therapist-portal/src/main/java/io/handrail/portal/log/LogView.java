package io.handrail.portal.log;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.review.CaseloadRow;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.TurnNotes;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.log.LogPage.Choice;
import io.handrail.portal.log.LogPage.Look;
import io.handrail.portal.log.LogPage.Wrong;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Puts a page of a log together: a stretch of places, one conversation, or what was looked for. */
@Singleton
class LogView {
  static final String VIEW = "log/log";
  static final String PAPER = "log/paper";
  static final int TURNS_A_PAGE = 40;
  private static final int CONVERSATION_MAX = 200;

  private final Shelves shelves;
  private final Frames frames;
  private final RiskDesk risk;
  private final Entries entries;
  private final Finding finding;
  private final Protocols protocols;

  LogView(
      Shelves shelves,
      Frames frames,
      RiskDesk risk,
      Entries entries,
      Finding finding,
      Protocols protocols) {
    this.shelves = shelves;
    this.frames = frames;
    this.risk = risk;
    this.entries = entries;
    this.finding = finding;
    this.protocols = protocols;
  }

  /** What stands on a page of a log. */
  private record Stretch(List<Turn> turns, int page, int pages, long from, long to, Look look) {}

  /**
   * @param asked the page to show; without it, the page of {@code turn}
   * @param turn the journal place to show; without it, where reading stopped
   */
  LogPage page(StaffActor actor, Client client, Integer asked, Long turn, String done) {
    CaseloadRow row = row(client);
    long total = total(client);
    int pages = (int) Math.max(1, (total + TURNS_A_PAGE - 1) / TURNS_A_PAGE);
    long place = turn != null ? turn : Math.min(row.reviewedSeq() + 1, total);
    int page = Math.clamp(asked != null ? asked : pageOf(place), 1, pages);
    long from = (page - 1L) * TURNS_A_PAGE + 1;
    long to = Math.min(total, (long) page * TURNS_A_PAGE);
    List<Turn> turns = total == 0 ? List.of() : shelves.turns().between(client.id(), from, to);
    var stretch = new Stretch(turns, page, pages, from, to, Look.NONE);
    return page(actor, client, stretch, total, done, Optional.empty());
  }

  /** One conversation from its beginning. */
  LogPage conversation(StaffActor actor, Client client, long first) {
    long total = total(client);
    long from = Math.clamp(first, 1, Math.max(1, total));
    List<Turn> turns =
        shelves.turns().between(client.id(), from, from + CONVERSATION_MAX - 1).stream()
            .filter(turn -> turn.conversation().equals(ConversationId.startingAt(from)))
            .toList();
    long to = turns.isEmpty() ? from : turns.getLast().id().seq();
    var stretch =
        new Stretch(turns, pageOf(from), 1, from, to, new Look("conversation", from, to, ""));
    return page(actor, client, stretch, total, "", Optional.empty());
  }

  /**
   * @param before looks behind this place; without it, from the end
   */
  LogPage found(StaffActor actor, Client client, LogFilter filter, Long before) {
    long total = total(client);
    long to = before == null ? total : Math.clamp(before - 1, 0, total);
    Finding.Found found = finding.find(client.id(), filter, to);
    String further = found.from() > 1 ? further(filter, found.from()) : "";
    var look = new Look("found", found.from(), to, further);
    var stretch = new Stretch(found.turns(), 1, 1, found.from(), to, look);
    return page(actor, client, stretch, total, "", Optional.of(filter));
  }

  private static String further(LogFilter filter, long before) {
    return "?q="
        + URLEncoder.encode(filter.q(), StandardCharsets.UTF_8)
        + "&show="
        + filter.show()
        + "&exercise="
        + URLEncoder.encode(filter.exercise(), StandardCharsets.UTF_8)
        + "&before="
        + before;
  }

  /** The page of an entry again, with a note that was not taken. */
  HttpResponse<?> again(StaffActor actor, Client client, long turn, String typed) {
    LogPage page = page(actor, client, null, turn, "");
    String why =
        typed.isEmpty()
            ? "A note has words."
            : "At most " + TurnNotes.CHARS_MAX + " letters. Nothing is stored yet.";
    return Answers.again(VIEW, page.with(new Wrong(turn, why, typed)));
  }

  private LogPage page(
      StaffActor actor,
      Client client,
      Stretch stretch,
      long total,
      String done,
      Optional<LogFilter> filter) {
    Frame frame = frames.around(actor);
    CaseloadRow row = row(client);
    var notes = finding.notes(client.id(), stretch.from(), stretch.to());
    return new LogPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        entries.of(client, stretch.turns(), row.reviewedSeq(), frame, notes, actor.id().value()),
        stretch.page(),
        stretch.pages(),
        stretch.from(),
        stretch.to(),
        total,
        row.reviewedSeq(),
        row.reviewedAt().map(frame::said),
        client.zone(),
        "read".equals(done) ? "read" : "",
        filter.orElse(new LogFilter("", "", "")),
        LogFilter.WAYS,
        exercises(),
        stretch.look(),
        actor.id().value(),
        Wrong.NOTHING);
  }

  private List<Choice> exercises() {
    return protocols.active().stream()
        .filter(p -> p.shown().kind() == Protocol.Kind.EXERCISE)
        .map(p -> new Choice(p.ref().name(), p.title("en")))
        .toList();
  }

  private CaseloadRow row(Client client) {
    return shelves.caseload().get(client.id()).orElse(CaseloadRow.NEW);
  }

  private long total(Client client) {
    return shelves.turns().last(client.id(), 1).stream().mapToLong(t -> t.id().seq()).sum();
  }

  static int pageOf(long place) {
    return (int) Math.clamp((place - 1) / TURNS_A_PAGE + 1, 1, Integer.MAX_VALUE);
  }
}
