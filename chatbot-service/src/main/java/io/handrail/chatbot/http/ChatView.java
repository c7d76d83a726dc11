package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.homework.Homework;
import io.handrail.care.protocol.Advance.Expect;
import io.handrail.care.protocol.Run;
import io.handrail.care.record.Memory;
import io.handrail.chatbot.http.ChatParts.Bubble;
import io.handrail.chatbot.http.ChatParts.Ending;
import io.handrail.chatbot.http.ChatParts.Exchange;
import io.handrail.chatbot.http.ChatParts.Head;
import io.handrail.chatbot.http.ChatParts.Page;
import io.handrail.chatbot.http.ChatParts.Pinned;
import io.handrail.chatbot.http.ChatParts.Sheet;
import io.handrail.chatbot.http.Worksheets.Worksheet;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns of a journal as the chat shows them. */
@Singleton
class ChatView {
  /** More than this at once would be a form to fill in. */
  private static final int KEEPS_ASKED = 2;

  private static final int TURNS = 40;
  private final Shelves shelves;
  private final Worksheets worksheets;
  private final Boxes boxes;
  private final Messages messages;

  ChatView(Shelves shelves, Worksheets worksheets, Boxes boxes, Messages messages) {
    this.shelves = shelves;
    this.worksheets = worksheets;
    this.boxes = boxes;
    this.messages = messages;
  }

  /** What is said in the box when a page is shown again because a message was not taken. */
  record NotTaken(String why, String typed) {}

  /** The last turns, or those that lead up to an earlier one. */
  Page page(Visit visit, Optional<Long> from, Optional<NotTaken> notTaken) {
    List<Turn> last = shelves.turns().last(visit.id(), TURNS);
    List<Turn> turns =
        from.filter(f -> !last.isEmpty() && f < last.getFirst().id().seq())
            .map(
                f -> shelves.turns().between(visit.id(), Math.max(1, f), last.getLast().id().seq()))
            .orElse(last);
    State state = last(turns).map(Turn::state).orElse(State.FIRST);
    long first = turns.isEmpty() ? 1 : turns.getFirst().id().seq();
    return new Page(
        head(visit, state),
        log(visit, turns),
        first > 1 ? Optional.of(Math.max(1, first - TURNS)) : Optional.empty(),
        sheet(state),
        boxes.of(visit, last(turns), notTaken.map(NotTaken::typed).orElse("")),
        last(turns).flatMap(turn -> ending(visit, turn)),
        after(turns),
        notTaken.map(NotTaken::why));
  }

  private static Optional<Turn> last(List<Turn> turns) {
    return turns.isEmpty() ? Optional.empty() : Optional.of(turns.getLast());
  }

  /** The last turn that is on the page whole; an open one is watched from its beginning. */
  private static long after(List<Turn> turns) {
    if (turns.isEmpty()) return 0;
    Turn last = turns.getLast();
    return last.open() ? last.id().seq() - 1 : last.id().seq();
  }

  private List<Exchange> log(Visit visit, List<Turn> turns) {
    var log = new ArrayList<Exchange>();
    LocalDate before = null;
    for (Turn turn : turns) {
      if (hidden(turn)) continue;
      LocalDate day = LocalDate.ofInstant(turn.openedAt(), visit.client().zone());
      log.add(exchange(visit, turn, day.equals(before) ? Optional.empty() : Optional.of(day)));
      before = day;
    }
    return log;
  }

  Exchange exchange(Visit visit, Turn turn, Optional<LocalDate> day) {
    var lines = new ArrayList<Bubble>();
    for (int i = 0; i < turn.shown().size(); i++) {
      lines.add(bubble(visit.language(), turn.id().seq(), i, turn.shown().get(i)));
    }
    long seq = turn.id().seq();
    Optional<String> message = turn.message().map(m -> m.value());
    return switch (turn.opening()) {
      case Opening.Said said -> new Exchange(seq, message, "said", said.text(), "", day, lines);
      case Opening.Tapped tapped ->
          new Exchange(seq, message, "tap", tapped.label(), "", day, lines);
      case Opening.Wrote wrote ->
          new Exchange(seq, message, "wrote", wrote.text(), wrote.name(), day, lines);
      case Opening.HoldReleased released ->
          new Exchange(seq, message, "released", "", released.name(), day, lines);
      case Opening.TookOver took ->
          new Exchange(seq, message, "taken", "", took.name(), day, lines);
      case Opening.HandedBack back ->
          new Exchange(seq, message, "handed", back.summary(), back.name(), day, lines);
      case Opening.Approved approved ->
          new Exchange(seq, message, "lines", "", approved.name(), day, lines);
      case Opening.TimePassed passed -> new Exchange(seq, message, "lines", "", "", day, lines);
      case Opening.Whispered whispered ->
          throw new IllegalArgumentException("a whisper is not the client's to read");
    };
  }

  /** True for what is between the clinician and the program alone. */
  static boolean hidden(Turn turn) {
    return turn.opening() instanceof Opening.Whispered;
  }

  Bubble bubble(String language, long seq, int index, Line line) {
    String speaker = line.speaker().name().toLowerCase(Locale.ROOT);
    String kind = line.kind().name().toLowerCase(Locale.ROOT);
    String name =
        line.speaker() == Speaker.PERSON
            ? line.by()
            : messages.text(language, "speaker." + speaker + ".name");
    String plain = messages.text(language, "speaker." + speaker + ".role");
    boolean read = line.speaker() != Speaker.PERSON && !line.by().isEmpty();
    String role = read ? messages.text(language, "speaker.approved", plain, line.by()) : plain;
    return new Bubble(seq, index, speaker, kind, name, role, line.text());
  }

  Head head(Visit visit, State state) {
    Optional<Worksheet> sheet = state.run().filter(Run::running).flatMap(worksheets::of);
    if (state.hold().isPresent() || sheet.isEmpty()) {
      return new Head(messages.text(visit.language(), "chat.title"), 0, 0, Optional.empty());
    }
    var drawn = sheet.get().sheet();
    return new Head(
        sheet.get().title(),
        drawn.at(),
        drawn.of(),
        drawn.pinned().map(p -> new Pinned(p.title(), p.text())));
  }

  Optional<Sheet> sheet(State state) {
    if (state.hold().isPresent()) return Optional.empty();
    return state
        .run()
        .filter(Run::running)
        .flatMap(worksheets::of)
        .map(w -> new Sheet(w.title(), w.lines()));
  }

  /** Set while the last thing that happened is that an exercise ended. */
  Optional<Ending> ending(Visit visit, Turn turn) {
    State state = turn.state();
    boolean asked =
        turn.closing().filter(c -> c.outcome() instanceof Outcome.Escalated).isPresent()
            || state.safety().filter(t -> t.waiting().isPresent() || t.resting()).isPresent();
    if (state.hold().isPresent() || asked) return Optional.empty();
    return state.run().filter(run -> !run.running()).map(run -> ending(visit, run));
  }

  private Ending ending(Visit visit, Run run) {
    var work =
        visit.homework().items().stream()
            .filter(h -> h.fromRun().equals(Optional.of(run.id().value())))
            .map(ChatView::work)
            .toList();
    boolean kept =
        shelves.exercises().get(new Shelves.OfClient<>(visit.id(), run.id().value())).isPresent();
    return new Ending(
        run.status() == Run.Status.FINISHED ? "finished" : "stopped",
        kept ? Optional.of(run.id().value()) : Optional.empty(),
        visit.therapist().name(),
        work,
        shelves.memories().get(visit.id()).orElse(Memory.EMPTY).asked().stream()
            .filter(fact -> fact.words() && fact.run().equals(run.id().value()))
            .limit(KEEPS_ASKED)
            .map(fact -> new ChatParts.Keep(fact.protocol(), fact.field(), fact.value()))
            .toList());
  }

  static ChatParts.Work work(Homework h) {
    return new ChatParts.Work(h.id(), h.task(), h.when(), state(h.status()), h.unread());
  }

  /** The name of a status as the client knows it. */
  static String state(Homework.Status status) {
    return switch (status) {
      case PROPOSED -> "proposed";
      case APPROVED -> "todo";
      case DECLINED -> "declined";
      case DONE -> "done";
      case RETURNED -> "returned";
    };
  }

  /** How the waiting step can be answered now. */
  Expect expect(State state) {
    return state
        .run()
        .filter(Run::running)
        .flatMap(worksheets::of)
        .map(Worksheet::expect)
        .orElse(Expect.NOTHING);
  }
}
