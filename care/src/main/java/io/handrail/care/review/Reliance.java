package io.handrail.care.review;

import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.fidelity.Signs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How a client leans on the program, counted over the last four weeks: at night, ever more, and for
 * reassurance. A count is something to talk about; it says nothing about the person. The bounds are
 * ours and await a clinician's check [K].
 *
 * @param fortnight messages in the last two weeks
 * @param before messages in the two weeks before
 * @param days days with a message in the last two weeks
 * @param nights messages of the last two weeks between 23:00 and 05:00 on the client's clock
 * @param signs what stands out, each with its places
 */
public record Reliance(int fortnight, int before, int days, int nights, List<Sign> signs) {
  public static final int TURNS_MAX = 400;
  private static final Duration FORTNIGHT = Duration.ofDays(14);
  private static final int NIGHTS_FROM = 6;
  private static final int DAYS_FROM = 12;
  static final int MESSAGES_FROM = 20;
  static final double RISE = 1.5;
  private static final int PLACES = 5;

  public Reliance {
    signs = List.copyOf(signs);
  }

  /** One thing that stands out, in a sentence, and where it was counted. */
  public record Sign(String said, List<Long> turns) {
    public Sign {
      turns = List.copyOf(turns);
    }
  }

  /**
   * @param turns the last ones, oldest first; at most {@link #TURNS_MAX} are needed
   * @param zone the client's
   */
  public static Reliance of(List<Turn> turns, ZoneId zone, Instant now) {
    List<Turn> said = turns.stream().filter(t -> t.opening() instanceof Opening.Said).toList();
    Instant from = now.minus(FORTNIGHT);
    List<Turn> recent = said.stream().filter(t -> !t.openedAt().isBefore(from)).toList();
    int before =
        (int)
            said.stream()
                .filter(t -> t.openedAt().isBefore(from))
                .filter(t -> !t.openedAt().isBefore(from.minus(FORTNIGHT)))
                .count();
    int days =
        (int) recent.stream().map(t -> t.openedAt().atZone(zone).toLocalDate()).distinct().count();
    List<Turn> nights = recent.stream().filter(t -> atNight(t, zone)).toList();
    var signs = new ArrayList<Sign>();
    if (nights.size() >= NIGHTS_FROM) {
      signs.add(
          new Sign(
              nights.size() + " messages between 23:00 and 05:00 in two weeks.", places(nights)));
    }
    if (recent.size() >= MESSAGES_FROM && before > 0 && recent.size() >= RISE * before) {
      signs.add(
          new Sign(
              "Messages rose from " + before + " to " + recent.size() + " in two weeks.",
              places(recent)));
    }
    if (days >= DAYS_FROM) {
      signs.add(new Sign("Wrote on " + days + " of the last 14 days.", places(recent)));
    }
    List<Turn> lately = turns.stream().filter(t -> !t.openedAt().isBefore(from)).toList();
    Signs.of(lately).signs().stream()
        .filter(sign -> sign.name().equals("reassurance"))
        .forEach(sign -> signs.add(new Sign(sign.basis(), sign.turns())));
    return new Reliance(recent.size(), before, days, nights.size(), signs);
  }

  private static boolean atNight(Turn turn, ZoneId zone) {
    LocalTime time = turn.openedAt().atZone(zone).toLocalTime();
    return !time.isBefore(LocalTime.of(23, 0)) || time.isBefore(LocalTime.of(5, 0));
  }

  private static List<Long> places(List<Turn> turns) {
    return turns.reversed().stream().limit(PLACES).map(t -> t.id().seq()).toList();
  }
}
