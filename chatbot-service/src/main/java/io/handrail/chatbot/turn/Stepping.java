package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Provenance;
import io.handrail.care.conversation.State;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.protocol.Advance;
import io.handrail.care.protocol.Advance.Happening;
import io.handrail.care.protocol.Answer;
import io.handrail.care.protocol.Approval;
import io.handrail.care.protocol.Carry;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.RunId;
import io.handrail.care.protocol.Surroundings;
import io.handrail.care.protocol.Value;
import io.handrail.care.safety.PlanPart;
import io.handrail.care.safety.SafetyDesk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The exercise itself: the protocol file decides, a model may phrase. */
public final class Stepping {
  private static final String CHECK_IN = "check_in";

  private final Shelves shelves;
  private final Protocols protocols;
  private final ModelTurn modelTurn;

  public Stepping(Shelves shelves, Protocols protocols, Phrasing phrasing, Guard guard) {
    this.shelves = shelves;
    this.protocols = protocols;
    this.modelTurn = new ModelTurn(phrasing, guard);
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
    boolean takenUp = move.filter(m -> m == Move.Button.RESUME).isPresent();
    Optional<Run> stored = opened.state().run().filter(r -> r.running() || takenUp && r.leftOff());
    if (stored.isEmpty()) return outside(opened, sitter);
    Optional<Protocol> protocol = protocols.at(stored.get().protocol());
    if (protocol.isEmpty()) return gone(opened, sitter);
    Run known = known(protocol.get(), stored.get(), sitter);
    Optional<Run> run = Optional.of(told(known, protocol.get(), opened, sitter));
    Answer answer = answer(opened, move);
    if (model && answer instanceof Answer.Words words && mayUseModel(sitter)) {
      var said =
          new ModelTurn.Said(opened, recent, sitter, protocol.get(), run.get(), words.text());
      ModelTurn.Told told = modelTurn.tell(said, release);
      return reply(told.advance(), told.lines(), told.outcome(), told.prompt(), opened, sitter);
    }
    Advance advance = Engine.advance(protocol.get(), run.get(), answer);
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
    Run told = told(run.get(), protocol.get(), opened, sitter);
    Advance advance = Engine.advance(protocol.get(), told, Answer.Control.RESUME);
    return scripted(advance, "resumed", opened, sitter, first);
  }

  private Reply start(String name, Turn opened, Sitter sitter, List<Line> first) {
    Optional<Protocol> protocol = protocols.active(name);
    if (protocol.isEmpty()) return gone(opened, sitter);
    Optional<Run> running =
        opened.state().run().filter(r -> r.running() && r.protocol().name().equals(name));
    if (running.isPresent()) return resume(opened, sitter, first);
    Advance begun = begin(protocol.get(), opened, sitter, Map.of());
    var lines = new ArrayList<>(first);
    Remembering.mention(protocol.get(), begun, sitter.memory(), sitter.scripts(), opened.id().seq())
        .ifPresent(lines::add);
    return scripted(begun, "tapped", opened, sitter, lines);
  }

  private Advance begin(
      Protocol protocol, Turn opened, Sitter sitter, Map<String, Value> handedOver) {
    Carry carry =
        lastRun(protocol, opened, sitter)
            .map(past -> Remembering.carry(protocol, past, sitter.memory()))
            .orElse(Carry.NOTHING);
    return Remembering.marked(
        Engine.begin(
            protocol,
            runId(opened),
            sitter.client().language(),
            carry
                .permitting(permitted(sitter))
                .telling(handedOver)
                .knowing(documents(sitter))
                .amid(surroundings(protocol, opened, sitter))),
        carry);
  }

  /** The run as the client left it on their memory page since. */
  private Run known(Protocol protocol, Run run, Sitter sitter) {
    boolean all = !sitter.memory().off() && sitter.memory().refused().isEmpty();
    return all ? run : Remembering.without(protocol, run, kept(protocol, sitter), sitter.memory());
  }

  Protocols protocols() {
    return protocols;
  }

  /** The names of the exercises that the plan permits and nothing speaks against. */
  private Set<String> permitted(Sitter sitter) {
    return protocols.active().stream()
        .filter(p ->
            sitter
                .plan()
                .map(plan -> !plan.contraindicated(p) && (plan.permits(p) || free(p.ref().name())))
                .orElse(free(p.ref().name())))
        .map(p -> p.ref().name())
        .collect(Collectors.toSet());
  }

  private Run told(Run run, Protocol protocol, Turn opened, Sitter sitter) {
    return Engine.amid(run, surroundings(protocol, opened, sitter));
  }

  /** Read afresh on every turn, so that a yes taken back holds on the very next one. */
  private Surroundings surroundings(Protocol protocol, Turn opened, Sitter sitter) {
    boolean decided =
        protocol.fields().values().stream()
            .anyMatch(f -> f instanceof Field.OfText text && text.approvedOnly());
    Map<String, Map<String, Approval>> approvals =
        decided
            ? shelves
                .homework()
                .get(sitter.client().id())
                .orElse(HomeworkBook.EMPTY)
                .approvals(protocol.ref().name())
            : Map.of();
    return new Surroundings(
        Optional.of(Answering.clientsClock(opened.openedAt(), sitter).toLocalDate()), approvals);
  }

  /** The exercise that a turn is about, for what speaks for or against it. */
  Optional<Protocol> about(Turn opened, Optional<Move> move) {
    if (move.isPresent() && move.get() instanceof Move.Start start) {
      return protocols.active(start.protocol());
    }
    boolean takenUp = move.filter(m -> m == Move.Button.RESUME).isPresent();
    return opened
        .state()
        .run()
        .filter(run -> run.running() || takenUp && run.leftOff())
        .flatMap(run -> protocols.at(run.protocol()));
  }

  /** The client's last go at this protocol, for what the file lets it remember. */
  private Optional<Remembering.Past> lastRun(Protocol protocol, Turn opened, Sitter sitter) {
    // One that is set aside in this very turn is not yet kept as a worksheet.
    return opened
        .state()
        .run()
        .filter(r -> r.protocol().name().equals(protocol.ref().name()))
        .map(run -> new Remembering.Past(run, began(run, opened)))
        .or(() -> kept(protocol, sitter));
  }

  private Optional<Remembering.Past> kept(Protocol protocol, Sitter sitter) {
    ClientId client = sitter.client().id();
    return shelves
        .exerciseIndex()
        .get(client)
        .flatMap(index ->
            index.entries().stream()
                .filter(e -> e.protocol().name().equals(protocol.ref().name()))
                .findFirst())
        .flatMap(entry -> shelves.exercises().get(new OfClient<>(client, entry.run())))
        .map(record -> new Remembering.Past(record.run(), record.startedAt()));
  }

  /** A run is named after the turn it began with; where that cannot be read it counts as old. */
  private Instant began(Run run, Turn opened) {
    String seq = run.id().value().replaceAll("\\D", "");
    return seq.isEmpty() || seq.length() > 15
        ? Instant.EPOCH
        : shelves
            .turns()
            .get(new TurnId(opened.id().client(), Long.parseLong(seq)))
            .map(Turn::openedAt)
            .orElse(Instant.EPOCH);
  }

  /** What stands in the client's own documents, as a protocol may read it. */
  private Map<String, List<String>> documents(Sitter sitter) {
    var parts = new HashMap<String, List<String>>();
    for (PlanPart part : new SafetyDesk(shelves).plan(sitter.client().id()).parts()) {
      if (!part.wanted().isEmpty()) parts.put(part.step().document(), part.wanted());
    }
    return parts;
  }

  /** Short reads are general: they need no permission of their own. */
  boolean free(String protocol) {
    return protocols
        .active(protocol)
        .filter(p -> p.shown().kind() == Protocol.Kind.PIECE)
        .isPresent();
  }

  private static RunId runId(Turn opened) {
    return new RunId("r" + opened.id().seq());
  }

  /** Words outside an exercise lead into a check-in, which leads into an exercise. */
  private Reply outside(Turn opened, Sitter sitter) {
    boolean said = opened.opening() instanceof Opening.Said;
    boolean permitted = permitted(sitter).contains(CHECK_IN);
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
      case Move.Support support -> Answer.Control.RESUME;
      case Move.Walk walk -> Answer.Control.RESUME;
    };
  }

  /** The clinician's plan and the client's own consent must both allow it. */
  private boolean mayUseModel(Sitter sitter) {
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
            .filter(protocol -> permitted(sitter).contains(protocol.ref().name()));
    var happened = new ArrayList<>(from.happened());
    var all = new ArrayList<>(lines);
    State after = opened.state().withRun(from.run());
    if (next.isPresent()) {
      Advance begun = begin(next.get(), opened, sitter, to.with().orElse(Map.of()));
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
                  case TEACH -> Line.Kind.TEACH;
                  case ASK -> Line.Kind.ASK;
                },
                line.text()))
        .toList();
  }
}
