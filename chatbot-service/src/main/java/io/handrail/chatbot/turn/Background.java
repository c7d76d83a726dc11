package io.handrail.chatbot.turn;

import io.handrail.care.Shelves;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.homework.HomeworkBook;
import io.handrail.care.protocol.Advance;
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
import io.handrail.care.record.OverTime;
import io.handrail.care.safety.PlanPart;
import io.handrail.care.safety.SafetyDesk;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run may know of its client: permitted exercises, today, approvals, papers, the last go.
 */
final class Background {
  private final Shelves shelves;
  private final Protocols protocols;
  private final OverTime worksheets;

  Background(Shelves shelves, Protocols protocols) {
    this.shelves = shelves;
    this.protocols = protocols;
    this.worksheets = new OverTime(shelves, protocols);
  }

  /** A first step, with what the last go left and what another exercise hands over. */
  Advance begin(Protocol protocol, Turn opened, Sitter sitter, Map<String, Value> handedOver) {
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

  /** The run as the client left it on their memory page since, amid what stands now. */
  Run of(Protocol protocol, Run run, Turn opened, Sitter sitter) {
    boolean all = !sitter.memory().off() && sitter.memory().refused().isEmpty();
    Run known =
        all ? run : Remembering.without(protocol, run, kept(protocol, sitter), sitter.memory());
    return amid(known, protocol, opened, sitter);
  }

  /** The names of the exercises that the plan permits and nothing speaks against. */
  Set<String> permitted(Sitter sitter) {
    return protocols.active().stream()
        .filter(p ->
            sitter
                .plan()
                .map(plan -> !plan.contraindicated(p) && (plan.permits(p) || free(p.ref().name())))
                .orElse(free(p.ref().name())))
        .map(p -> p.ref().name())
        .collect(Collectors.toSet());
  }

  Run amid(Run run, Protocol protocol, Turn opened, Sitter sitter) {
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
    return worksheets
        .latest(sitter.client().id(), protocol)
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
}
