package io.handrail.portal.live;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Takeover;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.live.LivePage.Entry;
import io.handrail.portal.live.LivePage.Said;
import io.handrail.portal.live.LivePage.Standing;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Turns as the live page shows them. */
@Singleton
class LiveView {
  private static final int TURNS = 24;

  private final Shelves shelves;
  private final Frames frames;
  private final RiskDesk risk;

  LiveView(Shelves shelves, Frames frames, RiskDesk risk) {
    this.shelves = shelves;
    this.frames = frames;
    this.risk = risk;
  }

  LivePage page(StaffActor actor, Client client, Notice notice, String typed) {
    Frame frame = frames.around(actor);
    List<Turn> turns = shelves.turns().last(client.id(), TURNS);
    long after =
        turns.isEmpty() ? 0 : turns.getLast().id().seq() - (turns.getLast().open() ? 1 : 0);
    return new LivePage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        turns.stream().map(turn -> entry(client, turn)).toList(),
        standing(actor, client, turns, frame.now()),
        after,
        UUID.randomUUID().toString(),
        typed,
        notice);
  }

  Standing standing(StaffActor actor, Client client, List<Turn> turns, Instant now) {
    State state = turns.isEmpty() ? State.FIRST : turns.getLast().state();
    Optional<Takeover> taken = state.takeover();
    String mode = taken.map(t -> t.by().equals(actor.id()) ? "mine" : "other").orElse("program");
    return new Standing(
        mode,
        taken.map(Takeover::name).orElse(""),
        taken.map(t -> Spoken.moment(t.since(), now, client.zone())).orElse(""),
        taken.flatMap(Takeover::silentSince).isPresent(),
        state.hold().isPresent(),
        shelves.plans().get(client.id()).map(CarePlan::paused).orElse(true),
        state.pending().isPresent(),
        turns.reversed().stream()
            .filter(turn -> turn.message().isPresent())
            .findFirst()
            .map(turn -> Spoken.moment(turn.openedAt(), now, client.zone()))
            .orElse("not yet"),
        whispers(turns));
  }

  private static List<String> whispers(List<Turn> turns) {
    var notes = new ArrayList<String>();
    for (Turn turn : turns.reversed()) {
      if (turn.opening() instanceof Opening.Said) break;
      if (turn.opening() instanceof Opening.Whispered whispered) notes.addFirst(whispered.note());
    }
    return notes;
  }

  Entry entry(Client client, Turn turn) {
    return switch (turn.opening()) {
      case Opening.Said said -> entry(turn, "client", client.name(), said.text());
      case Opening.Tapped tapped -> entry(turn, "tapped", client.name(), tapped.label());
      case Opening.Wrote wrote -> entry(turn, "person", wrote.name(), wrote.text());
      case Opening.HoldReleased released ->
          entry(turn, "act", released.name(), "released the hold");
      case Opening.TookOver took ->
          entry(turn, "act", took.name(), "took over; the program is silent");
      case Opening.HandedBack back ->
          entry(
              turn,
              "act",
              back.name(),
              "handed back to the program"
                  + (back.summary().isEmpty() ? "" : ": ")
                  + back.summary());
      case Opening.Whispered whispered ->
          entry(turn, "private", whispered.name(), whispered.note());
      case Opening.Approved approved ->
          entry(
              turn,
              "act",
              approved.name(),
              approved.own() ? "answered in the program\u2019s place" : "let the reply go out");
      case Opening.TimePassed passed -> entry(turn, "lines", "", "");
    };
  }

  private static Entry entry(Turn turn, String kind, String who, String text) {
    return new Entry(
        turn.id().seq(),
        turn.openedAt(),
        kind,
        who,
        text,
        turn.screening().level().name().toLowerCase(Locale.ROOT),
        Spoken.asked(turn.screening().level()),
        turn.open(),
        turn.shown().stream().map(LiveView::said).toList());
  }

  private static Said said(Line line) {
    String kind = line.kind().name().toLowerCase(Locale.ROOT);
    String approved = line.by().isEmpty() ? "" : ", read by " + line.by();
    return switch (line.speaker()) {
      case SCRIPT -> new Said("script", "Script" + approved, kind, line.text());
      case PROGRAM -> new Said("program", "Model" + approved, kind, line.text());
      case PERSON -> new Said("person", line.by(), kind, line.text());
    };
  }
}
