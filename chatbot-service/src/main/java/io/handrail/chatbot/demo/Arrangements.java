package io.handrail.chatbot.demo;

import io.handrail.care.Shelves;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Cover;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.Team;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.Taper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Who supervises whom, who stands in for whom, and whose care is coming to its end, as {@code
 * demo/arrangements.yaml} tells it. The teams come last and say that all of it is there: a broken
 * start is finished by the next, and what somebody took back since stays taken back.
 */
final class Arrangements {
  private static final int TIME_OF_DAY = 9;
  private final ClinicId clinic;
  private final ZoneId zone;
  private final Instant now;
  private final Shelves shelves;

  Arrangements(ClinicId clinic, ZoneId zone, Instant now, Shelves shelves) {
    this.clinic = clinic;
    this.zone = zone;
    this.now = now;
    this.shelves = shelves;
  }

  /** After the clients are there. */
  void sow() {
    Map<String, List<Map<String, Object>>> all = read();
    List<Map<String, Object>> teams = all.getOrDefault("teams", List.of());
    boolean there =
        teams.stream()
            .allMatch(team -> shelves.teams().get(staff(team.get("supervisor"))).isPresent());
    if (there) return;
    all.getOrDefault("covers", List.of()).forEach(this::cover);
    all.getOrDefault("tapers", List.of()).forEach(this::taper);
    teams.forEach(this::team);
  }

  private static Map<String, List<Map<String, Object>>> read() {
    try (InputStream in = Arrangements.class.getResourceAsStream("/demo/arrangements.yaml")) {
      if (in == null) throw new IllegalStateException("demo/arrangements.yaml is not there");
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void team(Map<String, Object> given) {
    List<StaffId> members = ((List<?>) given.get("clinicians")).stream().map(this::staff).toList();
    shelves.teams().insert(staff(given.get("supervisor")), new Team(members));
  }

  private void cover(Map<String, Object> given) {
    ClientId client = client(given);
    Instant from = day(given).atStartOfDay(zone).toInstant();
    Instant until = day(given).plusDays((Integer) given.get("days")).atStartOfDay(zone).toInstant();
    var cover =
        new Cover(staff(given.get("to")), staff(given.get("by")), from, until, text(given, "note"));
    // As the portal does: found first, then granted.
    shelves.staff().change(cover.to(), member -> member.withCase(client));
    shelves
        .clients()
        .change(client, c -> c.cover().isPresent() ? c : c.coveredBy(Optional.of(cover)));
  }

  private void taper(Map<String, Object> given) {
    ClientId id = client(given);
    Client client = shelves.clients().get(id).orElseThrow();
    CarePlan plan = shelves.plans().get(id).orElseThrow();
    String by = shelves.staff().get(staff(given.get("by"))).map(Staff::name).orElseThrow();
    int weeks = (Integer) given.get("weeks");
    LocalDate begins = day(given);
    Instant planned = begins.minusDays(7).atTime(TIME_OF_DAY, 0).atZone(client.zone()).toInstant();
    var steps = Taper.even(begins, weeks, plan.messagesPerDayMax(), (Integer) given.get("down_to"));
    shelves
        .tapers()
        .insert(
            id,
            new Taper(1, begins.plusWeeks(weeks), steps, text(given, "word"), by, planned, false));
  }

  private LocalDate day(Map<String, Object> given) {
    int ago = (Integer) given.get("began_days_ago");
    return now.minus(Duration.ofDays(ago)).atZone(zone).toLocalDate();
  }

  private ClientId client(Map<String, Object> given) {
    return new ClientId(clinic, text(given, "client"));
  }

  private StaffId staff(Object name) {
    return new StaffId(clinic, name.toString());
  }

  private static String text(Map<String, Object> given, String key) {
    return given.get(key).toString();
  }
}
