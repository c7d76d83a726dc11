package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The exercise itself: the protocol file decides, a model may phrase. */
public final class Stepping {
  private static final String CHECK_IN = "check_in";

  private final Protocols protocols;
  private final Background background;
  private final ModelTurn modelTurn;

  public Stepping(Shelves shelves, Protocols protocols, Phrasing phrasing, Guard guard) {
    this.protocols = protocols;
    this.background = new Background(shelves, protocols);
    this.modelTurn = new ModelTurn(phrasing, guard, shelves.turns());
  }

  Reply step(
      Turn opened,
      List<Turn> recent,
      Sitter sitter,
      Optional<Move> move,
      Release release,
      boolean model) {
    if (move.isPresent() && move.get() instanceof Move.Start start) {
      return start(start.protocol(), opened, sitter, List.of());
    }
    Optional<Run> stored = meant(opened, move);
    if (stored.isEmpty()) return outside(opened, sitter);
    Optional<Protocol> protocol = protocols.at(stored.get().protocol());
    if (protocol.isEmpty()) return gone(opened, sitter);
    Run run = background.of(protocol.get(), stored.get(), opened, sitter);
    Answer answer = answer(opened, move);
    if (model && answer instanceof Answer.Words words && mayUseModel(sitter)) {
      var said = new ModelTurn.Said(opened, recent, sitter, protocol.get(), run, words.text());
      ModelTurn.Told told = modelTurn.tell(said, release);
      return reply(told.advance(), told.lines(), told.outcome(), told.prompt(), opened, sitter);
    }
    Advance advance = Engine.advance(protocol.get(), run, answer);
    String because = move.isPresent() ? "tapped" : model ? "model_off" : "recovered";
    return scripted(advance, because, opened, sitter, List.of());
  }

  /** Says again where we were, after something else came between. */
  Reply resume(Turn opened, Sitter sitter, List<Line> first) {
    Optional<Run> run = opened.state().run().filter(Run::running);
    Optional<Protocol> protocol = run.flatMap(r -> protocols.at(r.protocol()));
    if (protocol.isEmpty()) {
      return Reply.of(first, new Outcome.Scripted("tapped"), opened.state());
    }
    Run told = background.amid(run.get(), protocol.get(), opened, sitter);
    Advance advance = Engine.advance(protocol.get(), told, Answer.Control.RESUME);
    return scripted(advance, "resumed", opened, sitter, first);
  }

  private Reply start(String name, Turn opened, Sitter sitter, List<Line> first) {
    Optional<Protocol> protocol = protocols.active(name);
    if (protocol.isEmpty()) return gone(opened, sitter);
    Optional<Run> running =
        opened.state().run().filter(r -> r.running() && r.protocol().name().equals(name));
    if (running.isPresent()) return resume(opened, sitter, first);
    Advance begun = background.begin(protocol.get(), opened, sitter, Map.of());
    var lines = new ArrayList<>(first);
    Remembering.mention(protocol.get(), begun, sitter.memory(), sitter.scripts(), opened.id().seq())
        .ifPresent(lines::add);
    return scripted(begun, "tapped", opened, sitter, lines);
  }

  Protocols protocols() {
    return protocols;
  }

  /** The run that a turn is about: the one under way, or the one that it takes up again. */
  private static Optional<Run> meant(Turn opened, Optional<Move> move) {
    boolean takenUp = move.filter(m -> m == Move.Button.RESUME).isPresent();
    return opened.state().run().filter(run -> run.running() || takenUp && run.leftOff());
  }

  /** The exercise that a turn is about, for what speaks for or against it. */
  Optional<Protocol> about(Turn opened, Optional<Move> move) {
    if (move.isPresent() && move.get() instanceof Move.Start start) {
      return protocols.active(start.protocol());
    }
    return meant(opened, move).flatMap(run -> protocols.at(run.protocol()));
  }

  /** The name of that exercise, where the plan has to permit it; short reads are free. */
  Optional<String> toPermit(Turn opened, Optional<Move> move) {
    Optional<String> name =
        move.isPresent() && move.get() instanceof Move.Start start
            ? Optional.of(start.protocol())
            : meant(opened, move).map(run -> run.protocol().name());
    return name.filter(exercise -> !background.free(exercise));
  }

  /** Words outside an exercise lead into a check-in, which leads into an exercise. */
  private Reply outside(Turn opened, Sitter sitter) {
    boolean said = opened.opening() instanceof Opening.Said;
    boolean permitted = background.permitted(sitter).contains(CHECK_IN);
    if (!said || !permitted) {
      return Reply.of(
          List.of(Line.script(Line.Kind.NOTICE, sitter.scripts().say("nothing.running"))),
          new Outcome.Scripted("tapped"),
          opened.state());
    }
    String heard = sitter.scripts().vary("outside", opened.id().seq());
    return start(CHECK_IN, opened, sitter, List.of(Line.script(Line.Kind.SAY, heard)));
  }

  private static Answer answer(Turn opened, Optional<Move> move) {
    if (opened.opening() instanceof Opening.Said said) return new Answer.Words(said.text());
    return switch (move.orElse(Move.Button.RESUME)) {
      case Move.Pick pick -> new Answer.Picked(pick.options());
      case Move.GoTo goTo -> new Answer.GoTo(goTo.step());
      case Move.Button button ->
          switch (button) {
            case BACK -> Answer.Control.BACK;
            case SKIP -> Answer.Control.SKIP;
            case STOP -> Answer.Control.STOP;
            case RESUME -> Answer.Control.RESUME;
            case WHY -> Answer.Control.WHY;
            case EXAMPLE -> Answer.Control.EXAMPLE;
            case HINT -> Answer.Control.HINT;
          };
      case Move.Start start -> Answer.Control.RESUME;
      case Move.Measure measure -> Answer.Control.RESUME;
      case Move.Help help -> Answer.Control.RESUME;
      case Move.Noted noted -> Answer.Control.RESUME;
      case Move.Safety safety -> Answer.Control.RESUME;
    };
  }

  /** The clinician's plan and the client's own consent must both allow it. */
  Phrasing phrasing() {
    return modelTurn.phrasing();
  }

  boolean mayUseModel(Sitter sitter) {
    boolean planned =
        sitter.plan().map(plan -> plan.modelUse() != CarePlan.ModelUse.OFF).orElse(false);
    return planned
        && modelTurn.available()
        && sitter.consent().filter(c -> c.stands() && c.model()).isPresent();
  }

  private Reply scripted(
      Advance advance, String because, Turn opened, Sitter sitter, List<Line> first) {
    var lines = new ArrayList<>(first);
    lines.addAll(lines(advance.say()));
    return reply(advance, lines, new Outcome.Scripted(because), Optional.empty(), opened, sitter);
  }

  private Reply reply(
      Advance advance,
      List<Line> lines,
      Outcome outcome,
      Optional<String> prompt,
      Turn opened,
      Sitter sitter) {
    Optional<Happening.BranchTo> branch =
        advance.happened().stream()
            .filter(Happening.BranchTo.class::isInstance)
            .map(Happening.BranchTo.class::cast)
            .findFirst();
    if (branch.isPresent()) return branched(branch.get(), advance, lines, outcome, opened, sitter);
    return new Reply(
        lines,
        outcome,
        provenance(advance.run(), opened, prompt),
        opened.state().withRun(advance.run()),
        advance.happened(),
        flags(advance, opened));
  }

  /** One exercise leads into another in the same turn, where the plan permits it. */
  private Reply branched(
      Happening.BranchTo to,
      Advance from,
      List<Line> lines,
      Outcome outcome,
      Turn opened,
      Sitter sitter) {
    Optional<Protocol> next =
        protocols
            .active(to.protocol())
            .filter(protocol -> background.permitted(sitter).contains(protocol.ref().name()));
    var happened = new ArrayList<>(from.happened());
    var all = new ArrayList<>(lines);
    State after = opened.state().withRun(from.run());
    if (next.isPresent()) {
      Advance begun = background.begin(next.get(), opened, sitter, to.with().orElse(Map.of()));
      all.addAll(lines(begun.say()));
      happened.add(new Happening.Ended(from.run()));
      after = after.withRun(begun.run());
    } else {
      String clinician = sitter.clinicianOr("limit.therapist");
      all.add(
          Line.script(
              Line.Kind.NOTICE, sitter.scripts().say("limit.protocol_not_permitted", clinician)));
    }
    return new Reply(
        all,
        outcome,
        provenance(from.run(), opened, Optional.empty()),
        after,
        happened,
        flags(from, opened));
  }

  private static Provenance provenance(Run run, Turn opened, Optional<String> prompt) {
    Optional<String> answered = opened.state().run().filter(Run::running).map(Run::step);
    return new Provenance(Optional.of(run.protocol()), answered, prompt);
  }

  private static List<Flag> flags(Advance advance, Turn opened) {
    var flags = new ArrayList<Flag>();
    for (Happening happening : advance.happened()) {
      if (happening instanceof Happening.ForClinician(String why)) {
        int number = opened.flags().size() + flags.size() + 1;
        flags.add(Answering.flag(opened, number, Level.CONCERN, why));
      }
    }
    return flags;
  }

  private Reply gone(Turn opened, Sitter sitter) {
    String text = sitter.scripts().say("protocol.gone", sitter.clinicianOr("limit.therapist"));
    return Reply.of(
        List.of(Line.script(Line.Kind.NOTICE, text)),
        new Outcome.Unavailable("protocol_gone"),
        opened.state());
  }

  static List<Line> lines(List<Advance.Say> say) {
    return say.stream()
        .map(line ->
            Line.script(
                switch (line.kind()) {
                  case REFLECT, CLOSE -> Line.Kind.SAY;
                  case TEACH, READ -> Line.Kind.TEACH;
                  case ASK -> Line.Kind.ASK;
                },
                line.text()))
        .toList();
  }
}
