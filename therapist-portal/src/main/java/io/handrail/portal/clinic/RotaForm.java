package io.handrail.portal.clinic;

import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.WorkingDays;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who is told of unanswered flags, as typed.
 *
 * @param cover ids of who stands in
 * @param onCall ids of who is on call
 * @param urgent minutes between people for what must be answered now
 * @param sameDay minutes for what must be answered the same day
 * @param days names of the days on which the clinic works
 * @param opens when it opens, {@code 09:00}
 * @param holidays one date a line, {@code 2026-12-25}
 * @param seen the rota that stood on the page, as {@link #text} writes it
 */
@Serdeable
record RotaForm(
    @Nullable List<String> cover,
    @Nullable List<String> onCall,
    @Nullable String urgent,
    @Nullable String sameDay,
    @Nullable List<String> days,
    @Nullable String opens,
    @Nullable String closes,
    @Nullable String holidays,
    @Nullable String seen) {

  RotaForm {
    cover = cover == null ? List.of() : List.copyOf(cover);
    onCall = onCall == null ? List.of() : List.copyOf(onCall);
    urgent = urgent == null ? "" : urgent.strip();
    sameDay = sameDay == null ? "" : sameDay.strip();
    days = days == null ? List.of() : List.copyOf(days);
    opens = opens == null ? "" : opens.strip();
    closes = closes == null ? "" : closes.strip();
    holidays = holidays == null ? "" : holidays.strip();
    seen = seen == null ? "" : seen;
  }

  static RotaForm of(Rota rota) {
    return new RotaForm(
        rota.cover().stream().map(StaffId::value).toList(),
        rota.onCall().stream().map(StaffId::value).toList(),
        Long.toString(rota.urgentEvery().toMinutes()),
        Long.toString(rota.sameDayEvery().toMinutes()),
        names(rota.workingDays()),
        rota.workingDays().opens().toString(),
        rota.workingDays().closes().toString(),
        dates(rota.workingDays(), "\n"),
        text(rota));
  }

  /** The rota in one line, so that a page knows whether it is still the same. */
  static String text(Rota rota) {
    return rota.cover().stream().map(StaffId::value).collect(Collectors.joining(","))
        + ";"
        + rota.onCall().stream().map(StaffId::value).collect(Collectors.joining(","))
        + ";"
        + rota.urgentEvery().toMinutes()
        + ";"
        + rota.sameDayEvery().toMinutes()
        + rota.working().map(RotaForm::text).orElse("");
  }

  private static String text(WorkingDays working) {
    return ";"
        + String.join(",", names(working))
        + ";"
        + working.opens()
        + "-"
        + working.closes()
        + ";"
        + dates(working, ",");
  }

  private static List<String> names(WorkingDays working) {
    return working.days().stream().sorted().map(Enum::name).toList();
  }

  private static String dates(WorkingDays working, String between) {
    return working.holidays().stream()
        .sorted()
        .map(LocalDate::toString)
        .collect(Collectors.joining(between));
  }

  /**
   * What is wrong, by field name.
   *
   * @param clinicians who may be named
   */
  Map<String, String> problems(Collection<StaffId> clinicians) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (minutes(urgent, Rota.URGENT_EVERY_MAX) < 0) {
      problems.put("urgent", "Choose from 2 to 120 minutes.");
    }
    if (minutes(sameDay, Rota.SAME_DAY_EVERY_MAX) < 0) {
      problems.put("sameDay", "Choose from 2 minutes to 1,440, which is a day.");
    }
    if (people(cover, clinicians).size() != cover.size()) {
      problems.put("cover", "Choose clinicians of this clinic.");
    }
    if (people(onCall, clinicians).size() != onCall.size()) {
      problems.put("onCall", "Choose clinicians of this clinic.");
    }
    if (saysWhen() && working().filter(WorkingDays::whole).isEmpty()) {
      problems.put(
          "working",
          "Choose at least one day, a time to close after the time to open, and write each holiday"
              + " on a line of its own, like 2026-12-25 (a hundred at most).");
    }
    return problems;
  }

  /** The rota, once there are no problems. */
  Rota rota(Collection<StaffId> clinicians) {
    return new Rota(
        people(cover, clinicians),
        people(onCall, clinicians),
        Duration.ofMinutes(minutes(urgent, Rota.URGENT_EVERY_MAX)),
        Duration.ofMinutes(minutes(sameDay, Rota.SAME_DAY_EVERY_MAX)),
        working());
  }

  private boolean saysWhen() {
    return !days.isEmpty() || !opens.isEmpty() || !closes.isEmpty() || !holidays.isEmpty();
  }

  /** Empty where nothing was said, or what was said is no day, date or time. */
  private Optional<WorkingDays> working() {
    if (!saysWhen()) return Optional.empty();
    try {
      return Optional.of(
          new WorkingDays(
              days.stream().map(DayOfWeek::valueOf).collect(Collectors.toSet()),
              LocalTime.parse(opens),
              LocalTime.parse(closes),
              holidays
                  .lines()
                  .map(String::strip)
                  .filter(line -> !line.isEmpty())
                  .map(LocalDate::parse)
                  .collect(Collectors.toSet())));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<StaffId> people(List<String> named, Collection<StaffId> clinicians) {
    return clinicians.stream().filter(id -> named.contains(id.value())).toList();
  }

  /** Minus one for what is no number or out of range. */
  private static long minutes(String text, Duration most) {
    if (!text.matches("[0-9]{1,5}")) return -1;
    long minutes = Long.parseLong(text);
    return minutes >= Rota.EVERY_MIN.toMinutes() && minutes <= most.toMinutes() ? minutes : -1;
  }
}
