package io.handrail.portal.log;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Closing;
import io.handrail.care.conversation.ConversationId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.Turn;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.TurnNotes;
import io.handrail.portal.Frame;
import io.handrail.portal.SafetyAnswers;
import io.handrail.portal.Spoken;
import io.handrail.portal.log.LogPage.Begun;
import io.handrail.portal.log.LogPage.Beside;
import io.handrail.portal.log.LogPage.Entry;
import io.handrail.portal.log.LogPage.FlagLine;
import io.handrail.portal.log.LogPage.Refused;
import io.handrail.portal.log.LogPage.Shown;
import io.handrail.portal.log.LogPage.Thread;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the entries of a log page from turns. */
@Singleton
class Entries {
  private final Shelves shelves;
  private final Protocols protocols;

  Entries(Shelves shelves, Protocols protocols) {
    this.shelves = shelves;
    this.protocols = protocols;
  }

  /**
   * @param notes what clinicians wrote beside these turns
   * @param me the reader, who may take out notes of their own
   */
  List<Entry> of(
      Client client,
      List<Turn> turns,
      long read,
      Frame frame,
      Map<OfClient<Long>, TurnNotes> notes,
      String me) {
    Map<OfClient<String>, RiskItem> items = items(client, turns);
    var entries = new ArrayList<Entry>();
    LocalDate day = null;
    boolean held = false;
    Optional<ConversationId> thread = Optional.empty();
    for (Turn turn : turns) {
      LocalDate today = turn.openedAt().atZone(client.zone()).toLocalDate();
      boolean nowHeld = turn.state().hold().map(h -> h.turn() == turn.id().seq()).orElse(false);
      entries.add(
          entry(
              client,
              turn,
              !today.equals(day),
              turn.id().seq() == read + 1,
              items,
              frame,
              nowHeld && !held,
              thread.equals(Optional.of(turn.conversation()))
                  ? Optional.empty()
                  : Optional.of(thread(turn)),
              Finding.of(notes, turn).stream().map(note -> beside(note, frame, me)).toList()));
      thread = Optional.of(turn.conversation());
      day = today;
      held = nowHeld;
    }
    return entries;
  }

  private Map<OfClient<String>, RiskItem> items(Client client, List<Turn> turns) {
    List<OfClient<String>> keys =
        turns.stream()
            .flatMap(turn -> turn.flags().stream())
            .map(flag -> new OfClient<>(client.id(), flag.id()))
            .toList();
    return keys.isEmpty() ? Map.of() : shelves.risk().get(keys);
  }

  private Entry entry(
      Client client,
      Turn turn,
      boolean newDay,
      boolean firstUnread,
      Map<OfClient<String>, RiskItem> items,
      Frame frame,
      boolean holdSet,
      Optional<Thread> thread,
      List<Beside> notes) {
    Level level = turn.screening().level();
    Optional<Outcome> outcome = turn.closing().map(Closing::outcome);
    return new Entry(
        turn.id().seq(),
        turn.openedAt(),
        newDay,
        firstUnread,
        begun(turn.opening()),
        by(turn.opening(), client),
        Marking.pieces(said(turn.opening()), turn.screening().signals()),
        level.name().toLowerCase(Locale.ROOT),
        Spoken.asked(level),
        turn.screening().signals().stream()
            .map(Signal::name)
            .map(Spoken::plain)
            .distinct()
            .toList(),
        !turn.screening().complete(),
        turn.flags().stream().map(flag -> flag(client, flag, items, frame)).toList(),
        turn.shown().stream().map(Entries::shown).toList(),
        outcome.map(OutcomeWords::of).orElse("Still open: nothing was answered yet"),
        outcome.map(OutcomeWords::tone).orElse("notice"),
        outcome.flatMap(Entries::refused),
        turn.closing().map(Closing::provenance).map(Entries::source).orElse(""),
        Stream.concat(
                SafetyAnswers.in(turn).stream(),
                turn.closing().map(Closing::happened).orElse(List.of()).stream()
                    .map(HappeningWords::of))
            .toList(),
        holdSet,
        thread,
        notes,
        outcome.flatMap(Entries::waited));
  }

  private Thread thread(Turn turn) {
    long first = turn.conversation().firstSeq();
    String title =
        turn.state()
            .run()
            .map(Run::protocol)
            .map(ref -> protocols.at(ref).map(p -> p.title("en")).orElse(Spoken.plain(ref.name())))
            .orElse("Conversation");
    return new Thread(title, first, turn.id().seq() > first);
  }

  private static Beside beside(TurnNotes.Note note, Frame frame, String me) {
    String mark =
        switch (note.mark()) {
          case NOTE -> "Note";
          case SESSION -> "For the session";
          case SUPERVISION -> "For supervision";
          case FAULT ->
              "The program was wrong here" + note.violation().map(v -> ": " + v).orElse("");
        };
    return new Beside(
        note.id(),
        note.name(),
        note.by().value().equals(me),
        frame.said(note.at()),
        mark,
        note.text());
  }

  private static Optional<String> waited(Outcome outcome) {
    return outcome instanceof Outcome.AwaitingApproval waiting
        ? Optional.of(waiting.draft())
        : Optional.empty();
  }

  private static Begun begun(Opening opening) {
    return switch (opening) {
      case Opening.Said said -> Begun.SAID;
      case Opening.Tapped tapped -> Begun.TAPPED;
      case Opening.Wrote wrote -> Begun.WROTE;
      case Opening.HoldReleased released -> Begun.RELEASED;
      case Opening.TookOver took -> Begun.TOOK_OVER;
      case Opening.HandedBack back -> Begun.HANDED_BACK;
      case Opening.Whispered whispered -> Begun.WHISPERED;
      case Opening.Approved approved -> approved.own() ? Begun.REPLACED : Begun.APPROVED;
      case Opening.TimePassed passed -> Begun.TIME_PASSED;
    };
  }

  private static String by(Opening opening, Client client) {
    return switch (opening) {
      case Opening.Said said -> client.name();
      case Opening.Tapped tapped -> client.name();
      case Opening.Wrote wrote -> wrote.name();
      case Opening.HoldReleased released -> released.name();
      case Opening.TookOver took -> took.name();
      case Opening.HandedBack back -> back.name();
      case Opening.Whispered whispered -> whispered.name();
      case Opening.Approved approved -> approved.name();
      case Opening.TimePassed passed -> "";
    };
  }

  static String said(Opening opening) {
    return switch (opening) {
      case Opening.Said said -> said.text();
      case Opening.Tapped tapped -> tapped.label();
      case Opening.Wrote wrote -> wrote.text();
      case Opening.HoldReleased released -> released.note();
      case Opening.TookOver took -> "";
      case Opening.HandedBack back -> back.summary();
      case Opening.Whispered whispered -> whispered.note();
      case Opening.Approved approved -> "";
      case Opening.TimePassed passed -> Spoken.plain(passed.what());
    };
  }

  private static FlagLine flag(
      Client client, Flag flag, Map<OfClient<String>, RiskItem> items, Frame frame) {
    RiskItem item = items.get(new OfClient<>(client.id(), flag.id()));
    Optional<String> answered =
        Optional.ofNullable(item)
            .flatMap(RiskItem::acknowledged)
            .map(by -> by.name() + ", " + frame.said(by.at()) + ": " + by.action());
    return new FlagLine(
        Spoken.plain(flag.reason()),
        flag.level().name().toLowerCase(Locale.ROOT),
        Spoken.asks(flag.level()),
        answered);
  }

  private static Shown shown(Line line) {
    String kind = line.kind().name().toLowerCase(Locale.ROOT);
    return switch (line.speaker()) {
      case SCRIPT -> new Shown("script", "Script", kind, line.text());
      case PROGRAM -> new Shown("program", "Model", kind, line.text());
      case PERSON -> new Shown("person", line.by(), kind, line.text());
    };
  }

  private static Optional<Refused> refused(Outcome outcome) {
    if (outcome instanceof Outcome.Withheld held) {
      return Optional.of(refused(held.model(), held.draft(), held.findings()));
    }
    if (!(outcome instanceof Outcome.AwaitingApproval waiting)) return Optional.empty();
    return waiting
        .proposal()
        .filter(p -> p.refused().isPresent())
        .map(p -> refused(p.model().orElse("a model"), p.refused().get(), p.findings()));
  }

  private static Refused refused(String model, String draft, List<String> findings) {
    return new Refused(model, draft, findings.stream().map(Spoken::plain).toList());
  }

  /** For example {@code thought_record 1.0.0 · hot_thought · phrase@1.0.0}. */
  private static String source(Provenance behind) {
    return Stream.of(
            behind.protocol().map(p -> p.name().replace('_', ' ') + " " + p.version()),
            behind.step().map(step -> "step " + Spoken.plain(step)),
            behind.prompt().map(prompt -> "prompt " + prompt))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }
}
