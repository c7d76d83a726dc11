package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Delivery;
import io.handrail.care.alert.Errand;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.conversation.Flag;
import io.handrail.care.conversation.Hold;
import io.handrail.care.conversation.Level;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Turn;
import io.handrail.care.conversation.TurnId;
import io.handrail.care.review.CaseloadRow;
import io.handrail.web.page.Messages;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells a client who has been told of what they wrote, and who has seen it: what is stored, only.
 */
@Singleton
class Tidings {
  private static final Duration FIRST_PASS_WITHIN = Duration.ofSeconds(30);

  private final Shelves shelves;
  private final Messages messages;
  private final Clock clock;

  Tidings(Shelves shelves, Messages messages, Clock clock) {
    this.shelves = shelves;
    this.messages = messages;
    this.clock = clock;
  }

  /** Whole sentences, in order of time; empty when nothing asks for a person. */
  List<String> of(Visit visit, Optional<Turn> last) {
    List<OfClient<String>> keys =
        last.stream()
            .flatMap(this::asking)
            .flatMap(turn -> turn.flags().stream())
            .filter(flag -> flag.level().atLeast(Level.CONCERN))
            .map(Flag::id)
            .distinct()
            .map(id -> new OfClient<>(visit.id(), id))
            .toList();
    if (keys.isEmpty()) return List.of();
    Collection<Delivery> deliveries = shelves.deliveries().get(keys).values();
    var said = new ArrayList<String>();
    sent(visit, deliveries, said);
    if (said.isEmpty() && deliveries.isEmpty() && justNow(last)) {
      said.add(say(visit, "told.going"));
    } else if (said.isEmpty()) {
      listed(visit, deliveries, said);
    }
    shelves.risk().get(keys).values().stream()
        .flatMap(item -> item.acknowledged().stream())
        .map(by -> say(visit, "told.seen", by.name(), at(visit, by.at())))
        .distinct()
        .forEach(said::add);
    last.filter(turn -> turn.state().hold().isPresent() && plain(turn))
        .ifPresent(turn -> read(visit, turn, said));
    return List.copyOf(said);
  }

  private static boolean plain(Turn turn) {
    return turn.flags().stream().noneMatch(flag -> flag.level().atLeast(Level.CONCERN));
  }

  /** Words in a hold need raise no flag, so how far a person has read is said of all of them. */
  private void read(Visit visit, Turn last, List<String> said) {
    CaseloadRow row = shelves.caseload().get(visit.id()).orElse(CaseloadRow.NEW);
    if (row.reviewedAt().filter(last.state().hold().get().since()::isBefore).isEmpty()) {
      said.add(say(visit, "told.unread", visit.therapist().name()));
      return;
    }
    String at = at(visit, row.reviewedAt().get());
    boolean all = row.reviewedSeq() >= last.id().seq();
    said.add(say(visit, all ? "told.read.all" : "told.read", at));
  }

  /**
   * The first pass of whoever carries it is seconds away; that nobody knows would be read as no.
   */
  private boolean justNow(Optional<Turn> last) {
    return last.filter(t -> t.openedAt().plus(FIRST_PASS_WITHIN).isAfter(clock.instant()))
        .isPresent();
  }

  /** The turn that set the hold, and the last one where it asks for a person itself. */
  private Stream<Turn> asking(Turn last) {
    Optional<Turn> first =
        last.state()
            .hold()
            .map(Hold::turn)
            .filter(seq -> seq != last.id().seq())
            .flatMap(turn(last));
    boolean asks =
        last.state().hold().isPresent()
            || last.closing().map(c -> c.outcome() instanceof Outcome.Escalated).orElse(true);
    return Stream.concat(first.stream(), asks ? Stream.of(last) : Stream.empty());
  }

  private Function<Long, Optional<Turn>> turn(Turn last) {
    return seq -> shelves.turns().get(new TurnId(last.id().client(), seq));
  }

  private void sent(Visit visit, Collection<Delivery> deliveries, List<String> said) {
    Map<StaffId, Instant> people = new LinkedHashMap<>();
    Optional<Instant> line = Optional.empty();
    for (Delivery delivery : deliveries) {
      for (Errand errand : delivery.errands()) {
        if (!errand.channel().outward() || errand.firstAt().isEmpty()) continue;
        Instant first = errand.firstAt().get();
        if (errand.to().isPresent()) {
          people.merge(errand.to().get(), first, Tidings::earlier);
        } else {
          line = Optional.of(line.map(before -> earlier(before, first)).orElse(first));
        }
      }
    }
    people.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .map(one -> sentTo(visit, one.getKey(), one.getValue()))
        .forEach(said::add);
    if (people.isEmpty()) {
      line.ifPresent(first -> said.add(say(visit, "told.line", at(visit, first))));
    }
  }

  /** Who stands in for the clinician is called so: the client may not know the name. */
  private String sentTo(Visit visit, StaffId person, Instant first) {
    Optional<String> inPlaceOf =
        visit.client().coveredAt(first).filter(person::equals).isPresent()
            ? visit.client().clinician().map(this::name)
            : Optional.empty();
    return inPlaceOf
        .map(own -> say(visit, "told.sent.in", name(person), own, at(visit, first)))
        .orElseGet(() -> say(visit, "told.sent", name(person), at(visit, first)));
  }

  /** Nothing has gone out: it is said so, with what it does stand on. */
  private void listed(Visit visit, Collection<Delivery> deliveries, List<String> said) {
    Map<String, Instant> people = new LinkedHashMap<>();
    for (Delivery delivery : deliveries) {
      for (Errand errand : delivery.errands()) {
        if (errand.channel() != Channel.PORTAL) continue;
        errand
            .firstAt()
            .ifPresent(
                first -> people.merge(name(errand.to().orElseThrow()), first, Tidings::earlier));
      }
    }
    people.forEach((who, first) -> said.add(say(visit, "told.list", who, at(visit, first))));
    said.add(say(visit, people.isEmpty() ? "told.nobody" : "told.unsent"));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private String name(StaffId id) {
    return shelves.staff().get(id).map(Staff::name).orElse(id.value());
  }

  private String say(Visit visit, String key, Object... with) {
    return messages.text(visit.language(), key, with);
  }

  private String at(Visit visit, Instant moment) {
    ZonedDateTime then = moment.atZone(visit.client().zone());
    boolean today =
        then.toLocalDate().equals(clock.instant().atZone(visit.client().zone()).toLocalDate());
    String clocked = today ? "HH:mm" : "d MMM, HH:mm";
    return DateTimeFormatter.ofPattern(clocked, Locale.forLanguageTag(visit.language()))
        .format(then);
  }
}
