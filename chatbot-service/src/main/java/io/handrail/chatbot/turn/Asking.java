package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Screening;
import io.handrail.care.conversation.Signal;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.safety.SafetyAnswer;
import io.handrail.care.safety.SafetyAnswer.Reply;
import io.handrail.care.safety.SafetyQuestion;
import io.handrail.care.safety.SafetyTalk;
import io.handrail.care.safety.SafetyTalk.Course;
import io.handrail.care.safety.SafetyTopic;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The safety conversation in the first write of a turn: whether one stands, how an answer is heard,
 * and where it stands after this turn. What is said then is {@link SafetyWords}.
 */
final class Asking {
  /** After a short conversation the same is not asked again at once. */
  private static final Duration LET_REST = Duration.ofMinutes(30);

  private static final Duration KEPT = Duration.ofHours(24);

  private final Shelves shelves;

  Asking(Shelves shelves) {
    this.shelves = shelves;
  }

  /** The conversation whose question is to be answered. */
  static Optional<SafetyTalk> standing(State before, Instant now) {
    return before.hold().isPresent() || inPerson(before)
        ? Optional.empty()
        : before.safety().filter(talk -> talk.stands(now));
  }

  /** A person is writing, so the program does not ask. */
  private static boolean inPerson(State state) {
    return state.takeover().filter(taken -> taken.silentSince().isEmpty()).isPresent();
  }

  /** What was read in an answer; empty reply where it is unclear. */
  private record Given(
      SafetyQuestion question, SafetyReading.Read read, String words, boolean stale) {}

  private static Optional<Given> given(Opening opening, SafetyTalk talk, Screening own) {
    SafetyQuestion waiting = talk.waiting().orElseThrow();
    return switch (opening) {
      case Opening.Said said ->
          Optional.of(new Given(waiting, read(waiting, said.text(), own), said.text(), false));
      case Opening.Tapped tapped ->
          Move.read(tapped.move())
              .filter(Move.Safety.class::isInstance)
              .map(Move.Safety.class::cast)
              .map(tap ->
                  new Given(
                      tap.question(),
                      SafetyReading.Read.of(tap.reply()),
                      tapped.label(),
                      tap.question() != waiting));
      case Opening.Wrote wrote -> Optional.empty();
      case Opening.HoldReleased released -> Optional.empty();
      case Opening.TookOver took -> Optional.empty();
      case Opening.HandedBack handed -> Optional.empty();
      case Opening.TimePassed passed -> Optional.empty();
      case Opening.Whispered whispered -> Optional.empty();
      case Opening.Approved approved -> Optional.empty();
    };
  }

  /** Where the screen failed nobody knows what else was said, so a no is not yet one. */
  static SafetyReading.Read read(SafetyQuestion question, String text, Screening own) {
    SafetyReading.Read read = SafetyReading.read(question, text, SafetyTopics.suicidal(own));
    boolean no = read.reply().filter(Reply.NO::equals).isPresent();
    return no && !own.complete() ? SafetyReading.Read.UNCLEAR : read;
  }

  /**
   * What the answer adds to what the screen heard in it; it lowers nothing. On hold, or from a page
   * that was left open, a grave yes is heard all the same.
   */
  Screening heard(Opening opening, State before, Instant now, Screening own) {
    Optional<SafetyTalk> talk = standing(before, now);
    if (talk.isPresent()) {
      return given(opening, talk.get(), own)
          .map(g -> with(own, signals(g, talk.get().again())))
          .orElse(own);
    }
    if (opening instanceof Opening.Tapped tapped
        && Move.read(tapped.move()).orElse(null) instanceof Move.Safety tap
        && tap.reply() == Reply.YES) {
      return with(own, List.of(signal(tap.question(), Reply.YES, tapped.label())));
    }
    return own;
  }

  private static List<Signal> signals(Given given, boolean again) {
    var signals = new ArrayList<Signal>();
    Optional<Reply> reply =
        given.read().reply().or(() -> again ? Optional.of(Reply.UNKNOWN) : Optional.empty());
    reply.ifPresent(r -> signals.add(signal(given.question(), r, given.words())));
    if (given.read().recent().orElse(false)) {
      signals.add(signal(SafetyQuestion.RECENT, Reply.YES, given.words()));
    }
    return signals;
  }

  /** For example {@code safety_thoughts_yes}. */
  private static Signal signal(SafetyQuestion question, Reply reply, String words) {
    Level level =
        switch (reply) {
          case YES -> question.grave() ? Level.CRISIS : Level.CONCERN;
          case DECLINED, UNKNOWN -> Level.CONCERN;
          case NO -> Level.WATCH;
        };
    String name = "safety_" + question.key() + "_" + reply.name().toLowerCase(Locale.ROOT);
    return new Signal(name, level, words);
  }

  private static Screening with(Screening own, List<Signal> more) {
    if (more.isEmpty()) return own;
    var all = new ArrayList<>(more);
    all.addAll(own.signals());
    all.sort(Comparator.comparing(Signal::level).reversed());
    Level level = all.stream().map(Signal::level).reduce(own.level(), Level::max);
    return new Screening(level, all, own.language(), own.complete());
  }

  /**
   * Whether an answer belongs to a flag that is open already, so that it needs none of its own. A
   * person who has answered that flag has not seen this; then it does.
   */
  boolean belongs(State before, Instant now, Screening screening, Turn turn) {
    if (screening.level() != Level.CONCERN || !screening.complete()) return false;
    Optional<SafetyTalk> talk =
        standing(before, now).filter(t -> given(turn.opening(), t, screening).isPresent());
    if (talk.isEmpty()) return false;
    try {
      return shelves
          .risk()
          .get(new OfClient<>(turn.id().client(), talk.get().flag()))
          .map(item -> item.acknowledged().isEmpty())
          .orElse(false);
    } catch (RuntimeException e) {
      return false; // not known, so it is raised
    }
  }

  /** The state with the conversation as it is after this turn, for the first write. */
  State after(State state, Turn turn, State before, List<Turn> recent, Sitter sitter) {
    Instant now = turn.openedAt();
    long seq = turn.id().seq();
    Optional<SafetyTalk> standing = standing(before, now);
    if (standing.isPresent()) {
      SafetyTalk talk = taken(standing.get(), turn, recent);
      boolean urgent = state.hold().isPresent() && talk.ended().isEmpty();
      return state.withSafety(urgent ? talk.over(seq, now) : talk);
    }
    State left = left(state, seq, now);
    if (before.hold().isPresent() || turn.screening().level() != Level.CONCERN) {
      return wakes(turn) ? left.safety().map(t -> left.withSafety(t.awake())).orElse(left) : left;
    }
    boolean nothingToAsk = turn.flags().isEmpty() || inPerson(before) || noted(turn);
    if (nothingToAsk || justTalked(before, turn)) return left;
    SafetyTopic topic = SafetyTopics.of(turn.screening());
    String flag = turn.flags().getFirst().id();
    boolean brief = sameDay(before, now, sitter);
    return left.withSafety(SafetyTalk.begin(flag, topic, brief, seq, now));
  }

  /** What is written on the safety plan with care is kept for a person, and not asked about. */
  private static boolean noted(Turn turn) {
    return Answering.move(turn).filter(Move.Noted.class::isInstance).isPresent();
  }

  private static SafetyTalk taken(SafetyTalk talk, Turn turn, List<Turn> recent) {
    Optional<Given> maybe = given(turn.opening(), talk, turn.screening());
    if (maybe.isEmpty()) return talk;
    Given given = maybe.get();
    boolean graveYes =
        given.question().grave() && given.read().reply().filter(Reply.YES::equals).isPresent();
    if (given.stale() && !graveYes) return talk;
    Optional<Reply> reply = given.read().reply();
    if (reply.isEmpty() && !talk.again()) return talk.repeated();
    String asked = Hearing.asked(recent).orElse("");
    var answers = new ArrayList<SafetyAnswer>();
    Reply read = reply.orElse(Reply.UNKNOWN);
    answers.add(answer(given.question(), asked, read, given, turn));
    if (given.read().all()) {
      answers.add(answer(SafetyQuestion.THOUGHTS, asked, Reply.NO, given, turn));
    }
    given
        .read()
        .recent()
        .filter(when -> given.question() == SafetyQuestion.EVER)
        .map(when -> when ? Reply.YES : Reply.NO)
        .ifPresent(when -> answers.add(answer(SafetyQuestion.RECENT, asked, when, given, turn)));
    return talk.answered(answers);
  }

  private static SafetyAnswer answer(
      SafetyQuestion question, String asked, Reply reply, Given given, Turn turn) {
    return new SafetyAnswer(
        question, asked, reply, given.words(), turn.id().seq(), turn.openedAt());
  }

  /** A question that nobody answered for a day is left; a conversation long over is forgotten. */
  private static State left(State state, long seq, Instant now) {
    Optional<SafetyTalk> talk = state.safety();
    if (talk.isEmpty()) return state;
    if (talk.get().waiting().isPresent()) {
      SafetyTalk over = talk.get().over(seq, now);
      return state.withSafety(inPerson(state) ? over.awake() : over);
    }
    boolean old = talk.get().endedAt().map(at -> at.plus(KEPT).isBefore(now)).orElse(true);
    return old ? state.withoutSafety() : state;
  }

  /** The client takes up an exercise again, so it need not rest any longer. */
  private static boolean wakes(Turn turn) {
    if (turn.opening() instanceof Opening.Said said) {
      return SafetyReading.wantsToGoOn(said.text());
    }
    return Answering.move(turn)
        .map(move ->
            switch (move) {
              case Move.Start start -> true;
              case Move.Pick pick -> true;
              case Move.GoTo goTo -> true;
              case Move.Button button -> true;
              case Move.Measure measure -> false;
              case Move.Help help -> false;
              case Move.Noted noted -> false;
              case Move.Safety safety -> false;
            })
        .orElse(false);
  }

  private static boolean sameDay(State before, Instant now, Sitter sitter) {
    var today = Answering.clientsClock(now, sitter).toLocalDate();
    return before
        .safety()
        .filter(talk -> talk.waiting().isEmpty() && !talk.answers().isEmpty())
        .flatMap(SafetyTalk::endedAt)
        .map(at -> Answering.clientsClock(at, sitter).toLocalDate().equals(today))
        .orElse(false);
  }

  /** The same was answered a moment ago, or a no is only said again in other words. */
  private static boolean justTalked(State before, Turn turn) {
    Optional<SafetyTalk> last = before.safety().filter(talk -> talk.waiting().isEmpty());
    if (last.isEmpty()) return false;
    Instant now = turn.openedAt();
    boolean fresh = last.get().endedAt().map(at -> at.plus(LET_REST).isAfter(now)).orElse(false);
    boolean onlyTakesBack =
        turn.screening().signals().stream()
            .filter(s -> s.level().atLeast(Level.CONCERN))
            .allMatch(s -> s.name().equals("retraction_after_risk"));
    return fresh && (last.get().brief() || last.get().course() == Course.NO && onlyTakesBack);
  }
}
