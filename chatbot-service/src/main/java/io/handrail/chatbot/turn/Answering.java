package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.Usage;
import io.handrail.care.plan.Limit;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * Which reply a stored turn gets: crisis, hold, concern, support, limit, then the step. Everything
 * is decided from what is stored, so a turn that a crash left open is answered the same way.
 */
final class Answering {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final SafetyReplies safety;
  private final Stepping stepping;
  private final Measuring measuring;
  private final InPerson inPerson;

  Answering(SafetyReplies safety, Stepping stepping, Measuring measuring) {
    this.safety = safety;
    this.inPerson = new InPerson(safety);
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
    if (level == Level.CRISIS) return safety.crisis(opened, sitter);
    if (opened.state().takeover().isPresent()) {
      Optional<String> about = measuring.askedAbout(opened, sitter);
      return inPerson.taken(opened, sitter, opened.state().takeover().get(), about);
    }
    if (opened.state().hold().isPresent()) return safety.held(opened, sitter);
    if (level == Level.CONCERN) {
      return safety.concern(opened, sitter, measuring.askedAbout(opened, sitter));
    }
    Optional<Move> move = move(opened);
    if (move.isPresent() && move.get() instanceof Move.Measure measure) {
      return measuring.reply(opened, sitter, measure);
    }
    if (move.isPresent() && move.get() instanceof Move.Support support) {
      return safety.support(support, opened, sitter);
    }
    if (move.isPresent() && move.get() instanceof Move.Walk walk) {
      return safety.walk(walk, opened, sitter);
    }
    Optional<Limit> limit = limit(opened, sitter, move);
    // Somebody who answered the direct question is thanked, whatever stands in the way after it.
    List<Line> thanks =
        answersTheDirectQuestion(opened, recent) ? safety.thanks(opened, sitter) : List.of();
    if (limit.isPresent()) return limited(limit.get(), opened, sitter).after(thanks);
    if (!sitter.agreed() && !stops(move)) return notAgreed(opened, sitter).after(thanks);
    if (!thanks.isEmpty()) {
      return stepping.resume(opened, sitter, safety.carryingOn(thanks, opened, sitter));
    }
    if (opened.state().pending().isPresent() && !InPerson.setsAside(move)) {
      return InPerson.waiting(opened, sitter);
    }
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

  private static boolean answersTheDirectQuestion(Turn opened, List<Turn> recent) {
    return opened.opening() instanceof Opening.Said
        && Whispers.heard(recent)
            .flatMap(Turn::closing)
            .map(closing -> closing.outcome().equals(new Outcome.Escalated(Level.CONCERN)))
            .orElse(false);
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
