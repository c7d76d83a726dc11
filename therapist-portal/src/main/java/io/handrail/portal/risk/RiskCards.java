package io.handrail.portal.risk;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Staff;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Hold;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.safety.SafetyTalk;
import io.handrail.portal.AlertWarnings;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.OpenFlags;
import io.handrail.portal.SafetyAnswers;
import io.handrail.portal.Spoken;
import io.handrail.portal.risk.RiskPage.Asked;
import io.handrail.portal.risk.RiskPage.Card;
import io.handrail.portal.risk.RiskPage.FlagCard;
import io.handrail.portal.risk.RiskPage.HoldCard;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays out the queue: one card for each client, not one for each alarm. */
@Singleton
class RiskCards {
  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk desk;
  private final Telling telling;
  private final AlertWarnings warnings;

  RiskCards(
      Shelves shelves,
      Frames frames,
      Gate gate,
      RiskDesk desk,
      Telling telling,
      AlertWarnings warnings) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.desk = desk;
    this.telling = telling;
    this.warnings = warnings;
  }

  /**
   * What was typed into one client's form and refused.
   *
   * @param client the id in the address; empty for none
   */
  record Typed(String client, String text, String problem) {
    static final Typed NOTHING = new Typed("", "", "");

    Typed of(Client of) {
      return client.equals(of.id().value()) ? this : NOTHING;
    }
  }

  RiskPage page(StaffActor actor, Typed typed, Notice notice) {
    OpenFlags flags = frames.open(actor);
    Frame frame = frames.around(actor, flags);
    List<RiskItem> open =
        desk.items(flags.own()).stream().filter(item -> item.acknowledged().isEmpty()).toList();
    Map<ClientId, List<RiskItem>> byClient =
        open.stream()
            .collect(
                Collectors.groupingBy(RiskItem::client, LinkedHashMap::new, Collectors.toList()));
    Map<ClientId, Client> clients = shelves.clients().get(byClient.keySet());
    List<Card> cards =
        byClient.entrySet().stream()
            .sorted(Comparator.comparing(e -> highest(e.getValue()), Comparator.reverseOrder()))
            .map(e -> card(actor, clients.get(e.getKey()), e.getValue(), frame, typed))
            .toList();
    return new RiskPage(
        frame,
        cards,
        holds(actor, byClient.keySet(), frame, typed),
        warnings.of(actor.clinic(), flags.carried(), frame),
        notice);
  }

  private Card card(StaffActor actor, Client client, List<RiskItem> items, Frame frame, Typed all) {
    Level highest = highest(items);
    Instant oldest = items.getFirst().flag().raisedAt();
    Typed typed = all.of(client);
    ChartHead head = ChartHead.of(client, shelves, items.size(), frame.now());
    return new Card(
        head.id(),
        head.name(),
        head.localTime(),
        name(highest),
        Spoken.asks(highest),
        Spoken.span(Duration.between(oldest, frame.now())),
        head.held(),
        gate.may(actor, Act.READ_LOG, client) ? "" : clinician(client),
        items.stream().map(item -> flag(item, client, frame)).toList(),
        typed.text(),
        typed.problem());
  }

  private String clinician(Client client) {
    return client.clinician().flatMap(shelves.staff()::get).map(Staff::name).orElse("nobody");
  }

  private FlagCard flag(RiskItem item, Client client, Frame frame) {
    return new FlagCard(
        item.flag().id(),
        item.turn().seq(),
        item.flag().raisedAt(),
        frame.said(item.flag().raisedAt()),
        Spoken.plain(item.flag().reason()),
        name(item.flag().level()),
        item.words(),
        item.signals().stream().map(Spoken::plain).toList(),
        item.talk().map(RiskCards::asked).orElse(List.of()),
        item.talk().map(RiskCards::left).orElse(""),
        telling.of(item, client, frame));
  }

  private static List<Asked> asked(SafetyTalk talk) {
    return talk.answers().stream()
        .map(a -> new Asked(a.asked(), a.words(), SafetyAnswers.read(a)))
        .toList();
  }

  /** What is still to be answered, or was left. */
  private static String left(SafetyTalk talk) {
    if (talk.waiting().isPresent()) return "The next question waits for the client.";
    return talk.answers().isEmpty() ? "The client answered none of the questions." : "";
  }

  private static Level highest(List<RiskItem> items) {
    return items.stream().map(item -> item.flag().level()).reduce(Level.NONE, Level::max);
  }

  private static String name(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private List<HoldCard> holds(
      StaffActor actor, java.util.Set<ClientId> withFlags, Frame frame, Typed typed) {
    List<ClientId> listed = shelves.staff().get(actor.id()).map(Staff::caseload).orElse(List.of());
    List<ClientId> held =
        shelves.caseload().get(listed).entrySet().stream()
            .filter(entry -> entry.getValue().held())
            .map(Map.Entry::getKey)
            .filter(id -> !withFlags.contains(id))
            .toList();
    return shelves.clients().get(held).values().stream()
        .filter(client -> gate.may(actor, Act.ANSWER_RISK, client))
        .flatMap(client -> hold(client, frame, typed.of(client)).stream())
        .toList();
  }

  /** The hold as the journal has it; the caseload row only says where to look. */
  private Optional<HoldCard> hold(Client client, Frame frame, Typed typed) {
    List<Turn> last = shelves.turns().last(client.id(), 1);
    if (last.isEmpty() || last.getFirst().state().hold().isEmpty()) return Optional.empty();
    Hold hold = last.getFirst().state().hold().get();
    Optional<Turn> origin = shelves.turns().get(new TurnId(client.id(), hold.turn()));
    ChartHead head = ChartHead.of(client, shelves, 0, frame.now());
    return Optional.of(
        new HoldCard(
            head.id(),
            head.name(),
            head.localTime(),
            frame.said(hold.since()),
            hold.turn(),
            origin.map(RiskCards::words).orElse(""),
            origin.map(turn -> answers(client, turn, frame)).orElse(List.of()),
            typed.text(),
            typed.problem()));
  }

  private static String words(Turn turn) {
    return switch (turn.opening()) {
      case Opening.Said said -> said.text();
      case Opening.Tapped tapped -> tapped.label();
      case Opening.Wrote wrote -> wrote.text();
      case Opening.HoldReleased released -> "";
      case Opening.TookOver took -> took.name() + " took over the chat";
      case Opening.HandedBack back -> back.summary();
      case Opening.Whispered whispered -> "";
      case Opening.Approved approved -> "";
      case Opening.TimePassed passed -> "";
    };
  }

  private List<String> answers(Client client, Turn turn, Frame frame) {
    List<OfClient<String>> keys =
        turn.flags().stream().map(Flag::id).map(id -> new OfClient<>(client.id(), id)).toList();
    return shelves.risk().get(keys).values().stream()
        .flatMap(item -> item.acknowledged().stream())
        .map(by -> by.name() + ", " + frame.said(by.at()) + ": " + by.action())
        .toList();
  }
}
