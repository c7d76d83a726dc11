package io.handrail.portal.cover;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.CaseLists;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Cover;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Answers;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Notice;
import io.handrail.portal.cover.CoverPage.Colleague;
import io.handrail.portal.cover.CoverPage.Own;
import io.handrail.portal.cover.CoverPage.Standing;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Hands clients over to a colleague for a time, and back. */
@Controller("/cover")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CoverController {
  private static final String VIEW = "cover/cover";
  private static final Duration LONGEST = Duration.ofDays(60);
  private static final int NOTE_MAX = 2000;

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final AuditTrail trail;

  CoverController(Shelves shelves, Frames frames, Gate gate, AuditTrail trail) {
    this.trail = trail;
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
  }

  @Get
  HttpResponse<?> cover(StaffActor actor, @Nullable @QueryValue String done) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    Notice notice =
        switch (done) {
          case "over" -> Notice.done("Handed over. It ends by itself, and each client sees it.");
          case "back" -> Notice.done("Handed back. Access has ended.");
          case null, default -> Notice.NONE;
        };
    return Answers.page(VIEW, page(actor, Handing.NONE, notice));
  }

  private CoverPage page(StaffActor actor, Handing typed, Notice notice) {
    Frame frame = frames.around(actor);
    Clinic clinic = shelves.clinics().get(actor.clinic()).orElseThrow();
    Map<StaffId, Staff> staff = shelves.staff().get(clinic.staff());
    List<ClientId> listed = shelves.staff().get(actor.id()).map(Staff::caseload).orElse(List.of());
    var own = new ArrayList<Own>();
    var standing = new ArrayList<Standing>();
    for (Client client : shelves.clients().get(listed).values()) {
      if (client.enrolment() == Client.Enrolment.DISCHARGED) continue;
      Optional<Cover> cover = client.cover().filter(c -> !c.overAt(frame.now()));
      if (client.clinician().filter(actor.id()::equals).isPresent()) {
        own.add(
            new Own(
                client.id().value(),
                client.name(),
                cover.map(c -> said(c, staff, frame)).orElse("")));
      } else if (client.coveredAt(frame.now()).filter(actor.id()::equals).isPresent()) {
        Cover mine = cover.orElseThrow();
        standing.add(
            new Standing(
                client.id().value(),
                client.name(),
                client.clinician().map(staff::get).map(Staff::name).orElse("nobody"),
                day(mine.until().minusSeconds(1), frame),
                mine.note()));
      }
    }
    LocalDate today = frame.now().atZone(frame.zone()).toLocalDate();
    return new CoverPage(
        frame,
        own,
        standing,
        staff.values().stream()
            .filter(s -> s.roles().contains(Role.CLINICIAN) && !s.id().equals(actor.id()))
            .map(s -> new Colleague(s.id().value(), s.name()))
            .toList(),
        typed.from().isEmpty() ? today.toString() : typed.from(),
        typed.until().isEmpty() ? today.plusDays(7).toString() : typed.until(),
        typed.note(),
        notice);
  }

  private static String said(Cover cover, Map<StaffId, Staff> staff, Frame frame) {
    Staff to = staff.get(cover.to());
    return (to == null ? "A colleague" : to.name())
        + ", "
        + day(cover.from(), frame)
        + " to "
        + day(cover.until().minusSeconds(1), frame);
  }

  private static String day(Instant at, Frame frame) {
    return at.atZone(frame.zone())
        .format(java.time.format.DateTimeFormatter.ofPattern("d MMM", java.util.Locale.UK));
  }

  /**
   * A hand-over.
   *
   * @param from the first day
   * @param until the last day
   */
  @Serdeable
  record Handing(
      @Nullable List<String> clients,
      @Nullable String to,
      @Nullable String from,
      @Nullable String until,
      @Nullable String note) {
    static final Handing NONE = new Handing(List.of(), "", "", "", "");

    Handing {
      clients = clients == null ? List.of() : List.copyOf(clients);
      to = to == null ? "" : to.strip();
      from = from == null ? "" : from.strip();
      until = until == null ? "" : until.strip();
      note = note == null ? "" : note.strip();
    }
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> over(StaffActor actor, @Body Handing form) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    Frame frame = frames.around(actor);
    Optional<Instant> from = start(form.from(), 0, frame);
    Optional<Instant> until = start(form.until(), 1, frame);
    Optional<Staff> to = colleague(actor, form.to());
    String problem = problem(form, from, until, to, frame);
    if (!problem.isEmpty()) {
      return Answers.again(VIEW, page(actor, form, Notice.problem(problem)));
    }
    var cover = new Cover(to.get().id(), actor.id(), from.get(), until.get(), form.note());
    for (String value : form.clients()) {
      Optional<Client> client = own(actor, value);
      if (client.isEmpty()) continue;
      // Found first, then granted: a crash in between leaves a name in a list and no access.
      shelves.staff().change(cover.to(), member -> member.withCase(client.get().id()));
      shelves
          .clients()
          .change(
              client.get().id(),
              c ->
                  c.clinician().filter(actor.id()::equals).isPresent()
                      ? c.coveredBy(Optional.of(cover))
                      : c);
      trail.write(
          actor.clinic(), AuditDeed.about(AuditKind.COVER_GIVEN, actor.id(), client.get().id()));
    }
    return Answers.to("/cover?done=over");
  }

  private Optional<Client> own(StaffActor actor, String value) {
    return gate.open(actor, Act.SET_PLAN, value)
        .filter(client -> client.clinician().filter(actor.id()::equals).isPresent());
  }

  private Optional<Staff> colleague(StaffActor actor, String value) {
    try {
      StaffId id = actor.colleague(value);
      return shelves
          .staff()
          .get(id)
          .filter(s -> s.roles().contains(Role.CLINICIAN) && !s.id().equals(actor.id()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no id has this shape
    }
  }

  private static Optional<Instant> start(String day, int plus, Frame frame) {
    try {
      return Optional.of(
          LocalDate.parse(day).plusDays(plus).atStartOfDay(frame.zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // not a day; the form says so
    }
  }

  private static String problem(
      Handing form,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<Staff> to,
      Frame frame) {
    if (form.clients().isEmpty()) return "Choose at least one client.";
    if (to.isEmpty()) return "Choose a colleague.";
    if (from.isEmpty() || until.isEmpty()) return "Give the first and the last day.";
    if (!until.get().isAfter(from.get()) || !until.get().isAfter(frame.now())) {
      return "The last day must not be before the first, nor past.";
    }
    if (Duration.between(from.get(), until.get()).compareTo(LONGEST) > 0) {
      return "Cover lasts " + LONGEST.toDays() + " days at most; longer is a transfer.";
    }
    return form.note().length() > NOTE_MAX
        ? "Please keep the note under " + NOTE_MAX + " characters."
        : "";
  }

  /** A client that goes back. */
  @Serdeable
  record Back(@Nullable String client) {}

  /** By the clinician, or by whoever stands in. */
  @Post("/back")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> back(StaffActor actor, @Body Back form) {
    if (!actor.is(Role.CLINICIAN) || form.client() == null) return Answers.nothing();
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, form.client());
    if (client.isEmpty() || client.get().cover().isEmpty()) return Answers.nothing();
    StaffId stoodIn = client.get().cover().get().to();
    shelves.clients().change(client.get().id(), c -> c.coveredBy(Optional.empty()));
    new CaseLists(shelves).takeOff(stoodIn, client.get().id());
    trail.write(
        actor.clinic(), AuditDeed.about(AuditKind.COVER_ENDED, actor.id(), client.get().id()));
    return Answers.to("/cover?done=back");
  }
}
