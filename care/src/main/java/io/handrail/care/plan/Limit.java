package io.handrail.care.plan;

import io.handrail.care.conversation.Usage;
import io.handrail.care.protocol.Protocol;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;

/** Why a client's exercise does not go on now. Each is said to the client plainly. */
public sealed interface Limit {

  /** The name that is stored with the turn. */
  String name();

  /** No plan is stored: missing means no. */
  record NoPlan() implements Limit {
    @Override
    public String name() {
      return "no_plan";
    }
  }

  record Paused() implements Limit {
    @Override
    public String name() {
      return "paused";
    }
  }

  record MessagesADay(int max) implements Limit {
    @Override
    public String name() {
      return "messages_a_day";
    }
  }

  /** Minutes of exercise work, as {@link Usage} counts them. */
  record MinutesADay(int max) implements Limit {
    @Override
    public String name() {
      return "minutes_a_day";
    }
  }

  /**
   * @param opens when the next span begins, on the client's clock
   */
  record OutsideHours(LocalTime opens) implements Limit {
    @Override
    public String name() {
      return "hours";
    }
  }

  record ProtocolNotPermitted(String protocol) implements Limit {
    @Override
    public String name() {
      return "protocol_not_permitted";
    }
  }

  /** Something that applies to this client speaks against the exercise. */
  record Contraindicated(String protocol) implements Limit {
    @Override
    public String name() {
      return "contraindicated";
    }
  }

  /**
   * The first limit that stands, if any.
   *
   * @param usage what was used before this message
   * @param now on the client's clock
   * @param name of the protocol that would go on or start, if any
   * @param protocol the protocol itself, where it is still there
   */
  static Optional<Limit> standing(
      Optional<CarePlan> maybe,
      Usage usage,
      ZonedDateTime now,
      Optional<String> name,
      Optional<Protocol> protocol) {
    if (maybe.isEmpty()) return Optional.of(new NoPlan());
    CarePlan plan = maybe.get();
    if (plan.paused()) return Optional.of(new Paused());
    LocalTime time = now.toLocalTime();
    if (!plan.hours().isEmpty() && plan.hours().stream().noneMatch(h -> h.contains(time))) {
      return Optional.of(new OutsideHours(nextOpening(plan, now)));
    }
    if (usage.on(now.toLocalDate()).messages() >= plan.messagesPerDayMax()) {
      return Optional.of(new MessagesADay(plan.messagesPerDayMax()));
    }
    Optional<Integer> minutes = plan.bounds().minutesPerDayMax();
    if (minutes.filter(max -> usage.on(now.toLocalDate()).minutes() >= max).isPresent()) {
      return minutes.map(MinutesADay::new);
    }
    if (name.isPresent() && !plan.protocols().contains(name.get())) {
      return name.map(ProtocolNotPermitted::new);
    }
    return protocol.filter(plan::contraindicated).map(p -> new Contraindicated(p.ref().name()));
  }

  /** The next beginning of a span that the client's clock really shows. */
  private static LocalTime nextOpening(CarePlan plan, ZonedDateTime now) {
    LocalTime time = now.toLocalTime();
    var opens = plan.hours().stream().map(Hours::from).sorted().toList();
    Optional<LocalTime> today = opens.stream().filter(t -> t.isAfter(time)).findFirst();
    LocalDate day = today.isPresent() ? now.toLocalDate() : now.toLocalDate().plusDays(1);
    return shown(day.atTime(today.orElse(opens.getFirst())), now.getZone());
  }

  /** On the night the clocks go forward some times never come: the span then begins after them. */
  private static LocalTime shown(LocalDateTime at, ZoneId zone) {
    ZoneOffsetTransition change = zone.getRules().getTransition(at);
    return change != null && change.isGap()
        ? change.getDateTimeAfter().toLocalTime()
        : at.toLocalTime();
  }
}
