package io.handrail.portal.fidelity;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.ProtocolRef;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.TurnNotes;
import io.handrail.care.review.fidelity.Agreement;
import io.handrail.care.review.fidelity.Draft;
import io.handrail.care.review.fidelity.Heading;
import io.handrail.care.review.fidelity.Rating;
import io.handrail.care.review.fidelity.RatingRoll;
import io.handrail.care.review.fidelity.Signs;
import io.handrail.care.review.fidelity.Violations;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.fidelity.FidelityPage.Closer;
import io.handrail.portal.fidelity.FidelityPage.Item;
import io.handrail.portal.fidelity.FidelityPage.Talk;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lays conversations out by how they kept to the method. */
@Singleton
class Talks {
  private static final int TURNS_MAX = 240;
  private static final int TALKS_MAX = 12;

  private final Shelves shelves;
  private final Frames frames;
  private final RiskDesk risk;
  private final Protocols protocols;

  Talks(Shelves shelves, Frames frames, RiskDesk risk, Protocols protocols) {
    this.shelves = shelves;
    this.frames = frames;
    this.risk = risk;
    this.protocols = protocols;
  }

  FidelityPage page(StaffActor actor, Client client, Optional<String> asked, Notice notice) {
    return page(actor, client, asked, new Mark("", ""), notice);
  }

  /**
   * What the marking form begins with.
   *
   * @param chosen a violation's name; empty for none
   * @param problem what is wrong with what was sent
   */
  record Mark(String chosen, String problem) {}

  FidelityPage page(
      StaffActor actor, Client client, Optional<String> asked, Mark mark, Notice notice) {
    Frame frame = frames.around(actor);
    Map<String, List<Turn>> all = latest(client);
    Optional<String> chosen =
        asked
            .or(() -> toCount(all))
            .or(() -> all.keySet().stream().findFirst())
            .filter(id -> !turns(client, id).isEmpty());
    Map<OfClient<String>, Rating> ratings =
        shelves
            .ratings()
            .get(all.keySet().stream().map(id -> new OfClient<>(client.id(), id)).toList());
    var talks = new ArrayList<Talk>();
    all.forEach((id, turns) ->
        talks.add(
            new Talk(
                id,
                frame.said(turns.getFirst().openedAt()),
                what(turns),
                said(turns),
                ratings.containsKey(new OfClient<>(client.id(), id)),
                chosen.filter(id::equals).isPresent())));
    return new FidelityPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        talks,
        chosen.map(id -> closer(client, id, frame, mark)),
        agreement(actor),
        byHeading(actor),
        notice);
  }

  /** The latest in which enough was said to count anything. */
  private static Optional<String> toCount(Map<String, List<Turn>> all) {
    return all.entrySet().stream()
        .filter(e -> said(e.getValue()) >= Draft.MESSAGES_MIN)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private static int said(List<Turn> turns) {
    return (int) turns.stream().filter(t -> t.opening() instanceof Opening.Said).count();
  }

  /** The latest conversations in which something was said, newest first. */
  private Map<String, List<Turn>> latest(Client client) {
    var all = new LinkedHashMap<String, List<Turn>>();
    for (Turn turn : shelves.turns().last(client.id(), TURNS_MAX).reversed()) {
      all.computeIfAbsent(turn.conversation().value(), id -> new ArrayList<>()).addFirst(turn);
    }
    all.values().removeIf(t -> t.stream().noneMatch(x -> x.opening() instanceof Opening.Said));
    var few = new LinkedHashMap<String, List<Turn>>();
    all.entrySet().stream().limit(TALKS_MAX).forEach(e -> few.put(e.getKey(), e.getValue()));
    return few;
  }

  /** The turns of one conversation, which begins where its name says. */
  List<Turn> turns(Client client, String conversation) {
    if (!conversation.matches("c[1-9][0-9]{0,11}")) return List.of();
    long first = new ConversationId(conversation).firstSeq();
    return shelves.turns().between(client.id(), first, first + TURNS_MAX - 1).stream()
        .filter(turn -> turn.conversation().value().equals(conversation))
        .toList();
  }

  private String what(List<Turn> turns) {
    return turns.stream()
        .flatMap(turn -> turn.closing().flatMap(c -> c.provenance().protocol()).stream())
        .map(this::title)
        .distinct()
        .limit(2)
        .reduce((one, other) -> one + ", " + other)
        .orElse("Conversation");
  }

  private String title(ProtocolRef ref) {
    return protocols.at(ref).map(p -> p.title("en")).orElse(Spoken.plain(ref.name()));
  }

  private Closer closer(Client client, String id, Frame frame, Mark mark) {
    List<Turn> turns = turns(client, id);
    Optional<Rating> rating = shelves.ratings().get(new OfClient<>(client.id(), id));
    Violations found = Violations.of(turns, notes(client, turns));
    return new Closer(
        id,
        frame.said(turns.getFirst().openedAt()),
        what(turns),
        turns.getFirst().id().seq(),
        Draft.of(turns).items().stream().map(item -> item(item, rating)).toList(),
        Signs.of(turns).signs().stream()
            .map(s -> new FidelityPage.Sign(s.name(), s.basis(), s.turns()))
            .toList(),
        found.total(),
        found.shownInAll(),
        ViolationRows.of(found.counts()),
        ViolationRows.of(found.others()),
        ViolationRows.marking(turns, mark),
        rating.map(r -> r.name() + ", " + frame.said(r.at())).orElse(""));
  }

  private static Item item(Draft.Item item, Optional<Rating> rating) {
    String name = item.heading().name();
    return new Item(
        name.toLowerCase(Locale.ROOT),
        item.heading().words(),
        item.score(),
        item.basis(),
        item.turns(),
        item.against(),
        rating.map(r -> r.rated().get(name)));
  }

  private List<TurnNotes.Note> notes(Client client, List<Turn> turns) {
    List<OfClient<Long>> keys =
        turns.stream()
            .map(turn -> TurnNotes.page(turn.id().seq()))
            .distinct()
            .map(page -> new OfClient<>(client.id(), page))
            .toList();
    return shelves.turnNotes().get(keys).values().stream()
        .flatMap(notes -> notes.notes().stream())
        .toList();
  }

  private List<RatingRoll> rolls(StaffActor actor) {
    return List.of(shelves.ratingRolls().get(actor.id()).orElse(RatingRoll.EMPTY));
  }

  private List<FidelityPage.Agreed> byHeading(StaffActor actor) {
    var said = new ArrayList<FidelityPage.Agreed>();
    for (Heading heading : Heading.values()) {
      Agreement one = Agreement.of(rolls(actor), heading);
      if (one.n() == 0) continue;
      String by = String.format(Locale.UK, "%+.1f", one.difference());
      said.add(new FidelityPage.Agreed(heading.words(), one.n(), one.near(), by));
    }
    return said;
  }

  private List<String> agreement(StaffActor actor) {
    Agreement all = Agreement.of(rolls(actor));
    if (all.n() == 0) return List.of();
    var said = new ArrayList<String>();
    said.add(
        Spoken.counted(all.n(), "heading")
            + " rated beside a draft: "
            + all.exact()
            + " the same, "
            + all.near()
            + " within one point.");
    said.add(
        String.format(
            Locale.UK, "You rate %+.1f points beside the draft on average.", all.difference()));
    said.add(
        all.kappa()
            .map(k ->
                String.format(Locale.UK, "Weighted kappa %.2f (quadratic, n = %d).", k, all.n()))
            .orElse("Too few for a kappa; it is told from " + Agreement.KAPPA_FROM + " pairs on."));
    return said;
  }
}
