package io.handrail.chatbot.turn;

import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Line.Kind;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Pending;
import io.handrail.care.conversation.Proposal;
import io.handrail.care.conversation.Takeover;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan.ReplyMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a client gets while a person has a hand in the chat: silence of the program while they
 * write, and a plain word that a reply waits for them. Help is never behind either.
 */
final class InPerson {
  private final SafetyReplies safety;

  InPerson(SafetyReplies safety) {
    this.safety = safety;
  }

  /** The program is silent; help is answered all the same. */
  Reply taken(Turn opened, List<Turn> recent, Sitter sitter, Takeover taken) {
    Scripts scripts = sitter.scripts();
    Level level = opened.screening().level();
    Optional<Move> move = Answering.move(opened);
    if (move.isPresent() && move.get() instanceof Move.Help help) {
      return safety.help(help, opened, recent, sitter);
    }
    var lines = new ArrayList<Line>();
    if (level == Level.CONCERN) {
      lines.add(Line.script(Kind.NOTICE, scripts.say("taken.concern", taken.name())));
    } else if (taken.silentSince().isPresent()) {
      lines.add(Line.script(Kind.NOTICE, scripts.say("taken.still", taken.name())));
    } else if (opened.opening() instanceof Opening.Tapped) {
      lines.add(Line.script(Kind.NOTICE, scripts.say("taken.tapped", taken.name())));
    }
    return Reply.of(lines, new Outcome.TakenOver(taken.name()), opened.state());
  }

  /** True where a reply to this turn needs a person's yes first. */
  static boolean needsYes(Turn opened, Sitter sitter, Optional<Move> move) {
    boolean first = sitter.plan().map(p -> p.replyMode() == ReplyMode.APPROVE_FIRST).orElse(false);
    return first
        && (opened.opening() instanceof Opening.Said
            || move.filter(Move.Pick.class::isInstance).isPresent());
  }

  /** Says before an exercise begins that its replies wait for a person. */
  static Reply announced(Reply reply, Sitter sitter, Optional<Move> move) {
    boolean first = sitter.plan().map(p -> p.replyMode() == ReplyMode.APPROVE_FIRST).orElse(false);
    if (!first || move.filter(Move.Start.class::isInstance).isEmpty()) return reply;
    var lines = new ArrayList<Line>();
    String clinician = sitter.clinicianOr("limit.therapist");
    lines.add(Line.script(Kind.NOTICE, sitter.scripts().say("approve.told", clinician)));
    lines.addAll(reply.lines());
    return new Reply(
        lines, reply.outcome(), reply.provenance(), reply.after(), reply.happened(), reply.flags());
  }

  /**
   * True for what sets a waiting reply aside: the client leaves the exercise or begins another. All
   * else waits with it.
   */
  static boolean setsAside(Optional<Move> move) {
    return move.map(m -> m == Move.Button.STOP || m instanceof Move.Start).orElse(false);
  }

  /** A reply is on its way to a person; what the client writes meanwhile goes to them too. */
  static Reply waiting(Turn opened, Sitter sitter) {
    String text =
        sitter
            .scripts()
            .vary("approve.still", opened.id().seq(), sitter.clinicianOr("limit.therapist"));
    return Reply.of(
        List.of(Line.script(Kind.NOTICE, text)),
        new Outcome.Held("awaiting_approval"),
        opened.state());
  }

  /** Keeps a reply for a person, and says so. A fault or a limit is said at once. */
  static Reply proposed(Reply draft, Turn opened, Sitter sitter) {
    Optional<Proposal> proposal = proposal(draft);
    if (proposal.isEmpty()) return draft;
    String text =
        sitter
            .scripts()
            .vary("approve.waits", opened.id().seq(), sitter.clinicianOr("limit.therapist"));
    String whole = draft.lines().stream().map(Line::text).collect(Collectors.joining("\n\n"));
    return new Reply(
        List.of(Line.script(Kind.NOTICE, text)),
        new Outcome.AwaitingApproval(whole, proposal),
        draft.provenance(),
        opened
            .state()
            .awaiting(new Pending(opened.id().seq(), opened.openedAt(), Optional.empty())),
        List.of(),
        draft.flags());
  }

  private static Optional<Proposal> proposal(Reply draft) {
    Proposal bare =
        new Proposal(
            draft.lines(),
            draft.after().run(),
            draft.happened(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of());
    return switch (draft.outcome()) {
      case Outcome.Replied replied ->
          Optional.of(with(bare, Optional.empty(), Optional.of(replied.model())));
      case Outcome.Scripted scripted ->
          Optional.of(with(bare, Optional.of(scripted.because()), Optional.empty()));
      case Outcome.Withheld withheld ->
          Optional.of(
              new Proposal(
                  bare.lines(),
                  bare.run(),
                  bare.happened(),
                  Optional.empty(),
                  Optional.of(withheld.model()),
                  Optional.of(withheld.draft()),
                  withheld.findings()));
      case Outcome.Held held -> Optional.empty();
      case Outcome.Escalated escalated -> Optional.empty();
      case Outcome.AwaitingApproval waiting -> Optional.empty();
      case Outcome.TakenOver taken -> Optional.empty();
      case Outcome.Unavailable unavailable -> Optional.empty();
      case Outcome.Noted noted -> Optional.empty();
    };
  }

  private static Proposal with(Proposal bare, Optional<String> because, Optional<String> model) {
    return new Proposal(
        bare.lines(), bare.run(), bare.happened(), because, model, Optional.empty(), List.of());
  }
}
