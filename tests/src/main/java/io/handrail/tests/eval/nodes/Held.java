package io.handrail.tests.eval.nodes;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Errand;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.MessageId;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.RiskDesk;
import io.handrail.care.review.RiskItem;
import io.handrail.care.review.RiskQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is stored and what arrived, held against what was said. */
final class Held {
  private static final int TURNS_MOST = 5000;

  private final Shelves shelves;
  private final Letters letters;
  private final Set<String> answered;
  private final Crowd crowd;

  /**
   * @param answered the flags that a person answered
   */
  Held(Shelves shelves, Letters letters, Set<String> answered, Crowd crowd) {
    this.shelves = shelves;
    this.letters = letters;
    this.answered = answered;
    this.crowd = crowd;
  }

  List<Turn> turns() {
    return shelves.turns().journals().stream()
        .flatMap(client -> shelves.turns().between(client, 1, TURNS_MOST).stream())
        .toList();
  }

  /** The flags that people must be told of, with the moment in which they were stored. */
  Map<Flag, Turn> flags() {
    Map<Flag, Turn> all = new HashMap<>();
    for (Turn turn : turns()) {
      for (Flag flag : turn.flags()) {
        if (flag.level().atLeast(Level.CONCERN)) all.put(flag, turn);
      }
    }
    return all;
  }

  private boolean mustBeTold(Flag flag) {
    return !answered.contains(flag.id());
  }

  /** True when no turn is open, everybody was told, and every telling is noted. */
  boolean settled() {
    if (turns().stream().anyMatch(Turn::open)) return false;
    return flags().entrySet().stream()
        .allMatch(one -> {
          Optional<Delivery> delivery = delivery(one.getValue().id().client(), one.getKey());
          return !mustBeTold(one.getKey())
              || delivery
                  .filter(d -> d.round() > 0 && d.errands().stream().noneMatch(Errand::open))
                  .isPresent();
        });
  }

  private Optional<Delivery> delivery(ClientId client, Flag flag) {
    return shelves.deliveries().get(new OfClient<>(client, flag.id()));
  }

  /** What must not be, in words; empty when all is well. */
  List<String> wrong(List<Instant> kills) {
    var wrong = new ArrayList<String>(crowd.contradictions());
    wrong.addAll(letters.unexplained(kills));
    List<Turn> turns = turns();
    messages(turns, wrong);
    for (Turn turn : turns) {
      if (turn.open()) wrong.add("a turn of " + turn.id().client() + " stays open");
      boolean danger =
          turn.opening() instanceof Opening.Said said && said.text().equals(Crowd.DANGER);
      if (danger && turn.flags().isEmpty()) wrong.add("words of danger raised no flag");
    }
    Set<String> open =
        new RiskDesk(shelves)
            .open(new ClinicId(NodesRun.CLINIC)).stream()
                .map(RiskQueue.Entry::flag)
                .collect(Collectors.toSet());
    flags().forEach((flag, turn) -> flag(flag, turn.id().client(), open, wrong));
    return wrong;
  }

  /** Every message that was answered whole is one turn, and no message is two. */
  private void messages(List<Turn> turns, List<String> wrong) {
    Map<String, Long> times =
        turns.stream()
            .flatMap(turn -> turn.message().stream())
            .collect(Collectors.groupingBy(MessageId::value, Collectors.counting()));
    times.forEach((id, count) -> {
      if (count > 1) wrong.add("a message became " + count + " turns");
    });
    for (String id : crowd.answered()) {
      if (!times.containsKey(id)) wrong.add("an answered message is gone");
    }
  }

  private void flag(Flag flag, ClientId client, Set<String> open, List<String> wrong) {
    Optional<RiskItem> item = shelves.risk().get(new OfClient<>(client, flag.id()));
    if (item.isEmpty()) {
      wrong.add("flag " + flag.id() + " was never raised");
      return;
    }
    boolean closed = item.get().acknowledged().isPresent();
    if (closed && mustBeTold(flag)) wrong.add("flag " + flag.id() + " was closed by nobody");
    if (!closed && !open.contains(flag.id())) wrong.add("flag " + flag.id() + " is in no queue");
    Optional<Delivery> delivery = delivery(client, flag);
    if (mustBeTold(flag) && delivery.isEmpty()) {
      wrong.add("flag " + flag.id() + " was carried to nobody");
    }
    delivery.ifPresent(d -> told(d, flag, wrong));
  }

  /** One letter for each telling that is noted, and each telling noted that should have been. */
  private void told(Delivery delivery, Flag flag, List<String> wrong) {
    for (Errand errand : delivery.errands()) {
      if (!errand.channel().outward()) continue;
      String to =
          errand.channel() == Channel.WEBHOOK
              ? "webhook"
              : NodesRun.address(errand.to().orElseThrow().value());
      long keys = letters.keys(delivery.reference(), to);
      boolean under = errand.open() && keys == errand.sends() + 1; // answered before it was noted
      if (keys != errand.sends() && !under) {
        wrong.add(
            delivery.reference()
                + " came to "
                + to
                + " "
                + keys
                + " times, noted "
                + errand.sends());
      }
      if (mustBeTold(flag) && keys == 0) wrong.add(delivery.reference() + " never came to " + to);
    }
    if (mustBeTold(flag) && !delivery.left()) wrong.add(delivery.reference() + " never went out");
  }

  /** How long it took until the first letter of each flag arrived, sorted. */
  List<Duration> delays() {
    return flags().entrySet().stream()
        .flatMap(one ->
            letters
                .first(Delivery.reference(one.getKey().id()), NodesRun.address(NodesRun.THERAPIST))
                .map(at -> Duration.between(one.getValue().openedAt(), at))
                .stream())
        .sorted()
        .toList();
  }
}
