package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Takeover;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.Usage;
import io.handrail.care.plan.Limit;
import io.handrail.care.protocol.Run;
import io.handrail.care.safety.SafetyTalk;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which reply a stored turn gets: crisis, hold, concern, support, limit, then the step. Everything
 * is decided from what is stored, so a turn that a crash left open is answered the same way.
 */
final class Answering {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final SafetyReplies safety;
  private final SafetyWords words;
  private final Stepping stepping;
  private final Measuring measuring;
  private final InPerson inPerson;

  Answering(SafetyReplies safety, SafetyWords words, Stepping stepping, Measuring measuring) {
    this.safety = safety;
    this.inPerson = new InPerson(safety);
    this.words = words;
    this.stepping = stepping;
    this.measuring = measuring;
  }

  /**
   * @param recent the turns before this one, oldest first
   * @param release shows a line at once, after storing it; used by a model's reply only
   * @param model false keeps a model out, whatever the plan says
   */
  Reply answer(Turn opened, List<Turn> recent, Sitter sitter, Release release, boolean model) {
    Level level = opened.screening().level();
    if (level == Level.CRISIS) return safety.crisis(opened, recent, sitter);
    Optional<Move> move = move(opened);
    if (move.isPresent() && move.get() instanceof Move.Noted) {
      return safety.noted(opened, sitter);
    }
    if (opened.state().takeover().isPresent()) {
      Takeover taken = opened.state().takeover().get();
      Optional<Reply> asked =
          taken.silentSince().isPresent() && opened.state().hold().isEmpty()
              ? asked(opened, recent, sitter, move, release)
              : Optional.empty();
      return asked.orElseGet(() -> inPerson.taken(opened, recent, sitter, taken));
    }
    if (opened.state().hold().isPresent()) return safety.held(opened, recent, sitter);
    Optional<Reply> asked = asked(opened, recent, sitter, move, release);
    if (asked.isPresent()) return asked.get();
    if (move.isPresent() && move.get() instanceof Move.Measure measure) {
      return measuring.reply(opened, sitter, measure);
    }
    if (move.isPresent() && move.get() instanceof Move.Help help) {
      return safety.help(help, opened, recent, sitter);
    }
    Optional<Reply> barred = barred(opened, sitter, move);
    if (barred.isPresent()) return barred.get();
    if (opened.state().pending().isPresent() && !InPerson.setsAside(move)) {
      return InPerson.waiting(opened, sitter);
    }
    if (wokenByWords(opened, recent)) return stepping.resume(opened, sitter, List.of());
    return worked(opened, recent, sitter, move, release, model);
  }

  /** The exercise's own reply, as the clinician steers it, or kept for their yes. */
  Reply worked(
      Turn opened,
      List<Turn> recent,
      Sitter sitter,
      Optional<Move> move,
      Release release,
      boolean model) {
    boolean yes = InPerson.needsYes(opened, sitter, move);
    Release told = yes ? line -> {} : release;
    Reply reply = stepping.step(opened, recent, sitter, move, told, model);
    Reply steered =
        sitter.plan().map(plan -> Steered.by(plan, reply, opened, sitter, move)).orElse(reply);
    return yes
        ? InPerson.proposed(steered, opened, sitter)
        : InPerson.announced(steered.settled(), sitter, move);
  }

  /** A limit, or no agreement. */
  private Optional<Reply> barred(Turn opened, Sitter sitter, Optional<Move> move) {
    Optional<Limit> limit = limit(opened, sitter, move);
    if (limit.isPresent()) return Optional.of(limited(limit.get(), opened, sitter));
    return !sitter.agreed() && !stops(move)
        ? Optional.of(notAgreed(opened, sitter))
        : Optional.empty();
  }

  /** The safety conversation: what began, goes on, ended or rests in this turn. */
  private Optional<Reply> asked(
      Turn opened, List<Turn> recent, Sitter sitter, Optional<Move> move, Release release) {
    Optional<SafetyTalk> begun = words.begun(opened);
    if (begun.isPresent()) {
      return Optional.of(
          words.begins(opened, begun.get(), sitter, measuring.askedAbout(opened, sitter)));
    }
    Optional<SafetyTalk> waiting = words.waiting(opened);
    if (waiting.isPresent()) {
      return Optional.of(
          beside(opened, recent, sitter, move, release)
              .map(reply -> words.besides(reply, opened, waiting.get(), sitter))
              .orElseGet(() -> words.goesOn(opened, waiting.get(), sitter)));
    }
    Optional<SafetyTalk> ended = words.ended(opened);
    if (ended.isPresent()) return Optional.of(ends(opened, ended.get(), sitter));
    if (opened.screening().level() == Level.CONCERN) {
      return Optional.of(words.noted(opened, sitter));
    }
    boolean rests =
        opened.state().takeover().isEmpty()
            && opened.state().safety().filter(SafetyTalk::resting).isPresent();
    return rests && opened.opening() instanceof Opening.Said
        ? Optional.of(words.rests(opened, recent, sitter))
        : Optional.empty();
  }

  /** What is open at every time is open beside the questions too. */
  private Optional<Reply> beside(
      Turn opened, List<Turn> recent, Sitter sitter, Optional<Move> move, Release release) {
    return switch (move.orElse(null)) {
      case Move.Help help -> Optional.of(safety.help(help, opened, recent, sitter));
      case Move.Button button when button == Move.Button.STOP ->
          Optional.of(worked(opened, recent, sitter, move, release, false));
      case null, default -> Optional.empty();
    };
  }

  /** Thanks come first, whatever limit stands; then the notice, or the way back. */
  private Reply ends(Turn opened, SafetyTalk talk, Sitter sitter) {
    List<Line> thanks = words.closing(opened, talk, sitter);
    if (talk.course() != SafetyTalk.Course.NO || opened.state().takeover().isPresent()) {
      return Reply.of(thanks, new Outcome.Scripted(SafetyWords.SAFETY), opened.state());
    }
    Optional<Reply> barred = barred(opened, sitter, Optional.empty());
    if (barred.isPresent()) {
      var lines = new ArrayList<>(thanks);
      lines.addAll(barred.get().lines());
      return Reply.of(lines, barred.get().outcome(), opened.state());
    }
    if (opened.state().run().filter(Run::running).isEmpty()) {
      return Reply.of(thanks, new Outcome.Scripted(SafetyWords.SAFETY), opened.state());
    }
    var lines = new ArrayList<>(thanks);
    lines.add(Line.script(Kind.SAY, sitter.scripts().say("concern.carryon")));
    return stepping.resume(opened, sitter, lines);
  }

  /** "Let's carry on", after an exercise rested. */
  private static boolean wokenByWords(Turn opened, List<Turn> recent) {
    return opened.opening() instanceof Opening.Said
        && !recent.isEmpty()
        && recent.getLast().state().safety().filter(SafetyTalk::resting).isPresent()
        && opened.state().safety().filter(talk -> !talk.resting()).isPresent();
  }

  static Optional<Move> move(Turn opened) {
    return switch (opened.opening()) {
      case Opening.Tapped tapped -> Move.read(tapped.move());
      case Opening.Said said -> Optional.empty();
      case Opening.Wrote wrote -> Optional.empty();
      case Opening.HoldReleased released -> Optional.empty();
      case Opening.TookOver took -> Optional.empty();
      case Opening.HandedBack back -> Optional.empty();
      case Opening.Whispered whispered -> Optional.empty();
      case Opening.Approved approved -> Optional.empty();
      case Opening.TimePassed passed -> Optional.empty();
    };
  }

  /** Stopping is always allowed: no limit keeps a client in an exercise. */
  private Optional<Limit> limit(Turn opened, Sitter sitter, Optional<Move> move) {
    if (stops(move)) return Optional.empty();
    State state = opened.state();
    Usage used = state.usage();
    Usage before = new Usage(used.day(), used.messages() - 1, used.worked(), used.lastAt());
    ZonedDateTime now = clientsClock(opened.openedAt(), sitter);
    return Limit.standing(
        sitter.planOn(now.toLocalDate()),
        before,
        now,
        stepping.toPermit(opened, move),
        stepping.about(opened, move));
  }

  private static boolean stops(Optional<Move> move) {
    return move.isPresent() && move.get() == Move.Button.STOP;
  }

  /** Exercise work needs the client's agreement as it stands now; being heard does not. */
  private static Reply notAgreed(Turn opened, Sitter sitter) {
    return Reply.of(
        List.of(Line.script(Kind.NOTICE, sitter.scripts().say("limit.not_agreed"))),
        new Outcome.Held("not_agreed"),
        opened.state());
  }

  static ZonedDateTime clientsClock(Instant at, Sitter sitter) {
    return at.atZone(sitter.client().zone());
  }

  private Reply limited(Limit limit, Turn opened, Sitter sitter) {
    Scripts scripts = sitter.scripts();
    String clinician = sitter.clinicianOr("limit.therapist");
    String text =
        switch (limit) {
          case Limit.NoPlan none -> scripts.say("limit.no_plan");
          case Limit.Paused paused -> scripts.say("limit.paused", clinician);
          case Limit.MessagesADay messages -> scripts.say("limit.messages_a_day", clinician);
          case Limit.MinutesADay minutes -> scripts.say("limit.minutes_a_day", clinician);
          case Limit.OutsideHours hours ->
              scripts.say("limit.hours", clinician, hours.opens().format(CLOCK));
          case Limit.ProtocolNotPermitted protocol ->
              scripts.say("limit.protocol_not_permitted", clinician);
          case Limit.Contraindicated contraindicated ->
              scripts.say("limit.contraindicated", clinician);
        };
    return Reply.of(
        List.of(Line.script(Kind.NOTICE, text)), new Outcome.Held(limit.name()), opened.state());
  }

  /** A flag of this turn, named so that no other in the clinic can have its name. */
  static Flag flag(Turn turn, int number, Level level, String reason) {
    String id = turn.id().client().value() + "-" + turn.id().seq() + "-" + number;
    return new Flag(id, level, reason, turn.openedAt());
  }
}
