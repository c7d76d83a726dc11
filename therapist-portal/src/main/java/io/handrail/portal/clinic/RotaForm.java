package io.handrail.portal.clinic;

import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.StaffId;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who is told of unanswered flags, as typed.
 *
 * @param cover ids of who stands in
 * @param onCall ids of who is on call
 * @param urgent minutes between people for what must be answered now
 * @param sameDay minutes for what must be answered the same day
 * @param seen the rota that stood on the page, as {@link #text} writes it
 */
@Serdeable
record RotaForm(
    @Nullable List<String> cover,
    @Nullable List<String> onCall,
    @Nullable String urgent,
    @Nullable String sameDay,
    @Nullable String seen) {

  RotaForm {
    cover = cover == null ? List.of() : List.copyOf(cover);
    onCall = onCall == null ? List.of() : List.copyOf(onCall);
    urgent = urgent == null ? "" : urgent.strip();
    sameDay = sameDay == null ? "" : sameDay.strip();
    seen = seen == null ? "" : seen;
  }

  static RotaForm of(Rota rota) {
    return new RotaForm(
        rota.cover().stream().map(StaffId::value).toList(),
        rota.onCall().stream().map(StaffId::value).toList(),
        Long.toString(rota.urgentEvery().toMinutes()),
        Long.toString(rota.sameDayEvery().toMinutes()),
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
        + rota.sameDayEvery().toMinutes();
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
    return problems;
  }

  /** The rota, once there are no problems. */
  Rota rota(Collection<StaffId> clinicians) {
    return new Rota(
        people(cover, clinicians),
        people(onCall, clinicians),
        Duration.ofMinutes(minutes(urgent, Rota.URGENT_EVERY_MAX)),
        Duration.ofMinutes(minutes(sameDay, Rota.SAME_DAY_EVERY_MAX)));
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
