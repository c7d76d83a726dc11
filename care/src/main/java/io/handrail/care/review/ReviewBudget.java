package io.handrail.care.review;

import io.handrail.care.clinic.Client;
import io.handrail.care.conversation.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What to read when there are so many minutes: risk first, all of it; then the stretches that teach
 * most for the time they take; and one by lot, so that the quiet ones are read too.
 *
 * @param stops in the order of reading
 * @param seconds how long they take together
 * @param left clients with unread entries who did not fit
 */
public record ReviewBudget(List<Stop> stops, int seconds, int left) {
  public static final int MINUTES_MAX = 120;
  static final int SECONDS_A_TURN = 12;
  private static final int SECONDS_TO_OPEN = 20;
  private static final int TURNS_A_STOP = 20;

  public ReviewBudget {
    stops = List.copyOf(stops);
  }

  /** Why a stretch was chosen. */
  public enum Why {
    RISK,
    WORSE,
    CLOSELY,
    LONGEST_UNREAD,
    NEW_CLIENT,
    MOST_UNREAD,
    LOT
  }

  /**
   * A stretch of one client's log.
   *
   * @param from the first journal place
   * @param to the last
   */
  public record Stop(Client client, Why why, long from, long to, int seconds) {}

  /**
   * @param places the clinician's clients
   * @param today so that the lot falls anew each day and not at each look
   */
  public static ReviewBudget of(
      List<CaseloadPlace> places, int minutes, LocalDate today, Instant now) {
    int room = Math.clamp(minutes, 1, MINUTES_MAX) * 60;
    List<CaseloadPlace> unread =
        places.stream().filter(place -> place.row().unreadTurns() > 0).toList();
    var stops = new ArrayList<Stop>();
    var taken = new HashSet<String>();
    int spent = 0;
    for (CaseloadPlace place : unread) {
      if (!asksForAPerson(place)) continue;
      Stop stop = stop(place, Why.RISK);
      stops.add(stop);
      taken.add(place.client().id().value());
      spent += stop.seconds();
    }
    List<Stop> others = new ArrayList<>();
    byLot(unread, taken, today).ifPresent(others::add);
    unread.stream()
        .filter(place -> !taken.contains(place.client().id().value()))
        .filter(place ->
            others.isEmpty() || !others.getFirst().client().id().equals(place.client().id()))
        .map(place -> new Ranked(place, teaches(place, now)))
        .sorted(Comparator.comparingDouble(Ranked::worth).reversed())
        .map(ranked -> stop(ranked.place(), ranked.lesson().why()))
        .forEach(others::add);
    var after = new ArrayList<Stop>();
    for (Stop stop : others) {
      if (spent + stop.seconds() > room) continue;
      after.add(stop);
      spent += stop.seconds();
    }
    // The one by lot is chosen first, so that there is always room for it, and read last.
    after.sort(Comparator.comparing((Stop stop) -> stop.why() == Why.LOT));
    stops.addAll(after);
    return new ReviewBudget(stops, spent, unread.size() - stops.size());
  }

  private record Lesson(Why why, double weight) {}

  private record Ranked(CaseloadPlace place, Lesson lesson) {
    double worth() {
      return lesson.weight() / stop(place, lesson.why()).seconds();
    }
  }

  private static boolean asksForAPerson(CaseloadPlace place) {
    return place.row().openFlags() > 0
        || place.row().held()
        || place.row().highestUnread().atLeast(Level.CONCERN);
  }

  /** How much a look can change what the clinician does; the heaviest reason counts. */
  private static Lesson teaches(CaseloadPlace place, Instant now) {
    CaseloadRow row = place.row();
    boolean worse = row.measures().flatMap(signs -> signs.worse()).isPresent();
    if (worse) return new Lesson(Why.WORSE, 600);
    if (row.highestUnread() == Level.WATCH) return new Lesson(Why.CLOSELY, 400);
    if (row.reviewedAt().isEmpty()) return new Lesson(Why.NEW_CLIENT, 320);
    long days = Duration.between(row.reviewedAt().get(), now).toDays();
    return days > CaseloadPlace.REVIEW_INTERVAL.toDays()
        ? new Lesson(Why.LONGEST_UNREAD, 120 + 10.0 * days)
        : new Lesson(Why.MOST_UNREAD, 60 + row.unreadTurns());
  }

  private static java.util.Optional<Stop> byLot(
      List<CaseloadPlace> unread, Set<String> taken, LocalDate today) {
    return unread.stream()
        .filter(place -> !taken.contains(place.client().id().value()))
        .min(Comparator.comparingInt(place -> lot(place.client().id().value(), today)))
        .map(place -> stop(place, Why.LOT));
  }

  private static int lot(String client, LocalDate today) {
    int mixed = (client + today).hashCode() * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }

  private static Stop stop(CaseloadPlace place, Why why) {
    long from = place.row().reviewedSeq() + 1;
    long to = Math.min(place.row().lastSeq(), from + TURNS_A_STOP - 1);
    int seconds = SECONDS_TO_OPEN + (int) (to - from + 1) * SECONDS_A_TURN;
    return new Stop(place.client(), why, from, to, seconds);
  }
}
