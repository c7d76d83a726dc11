package io.handrail.portal.clinic;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.FrontDesk;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Roll;
import io.handrail.care.clinic.RollPage;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffDesk;
import io.handrail.care.clinic.StaffId;
import io.handrail.portal.AlertWarnings;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.clinic.ClinicPage.Member;
import io.handrail.portal.clinic.ClinicPage.Row;
import io.handrail.web.page.QrCode;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Lays out a clinic's enrolment for its administrator, from enrolment records alone. */
@Singleton
class Register {
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Shelves shelves;
  private final Roll roll;
  private final Frames frames;
  private final JoinAddress join;
  private final AlertWarnings warnings;
  private final NameSearch search;

  Register(
      Shelves shelves, Frames frames, JoinAddress join, AlertWarnings warnings, NameSearch search) {
    this.shelves = shelves;
    this.roll = new Roll(shelves);
    this.frames = frames;
    this.join = join;
    this.warnings = warnings;
    this.search = search;
  }

  /**
   * @param page of the roll, counted from 1, the latest enrolled; one that is not there is the
   *     first
   * @param name part of a client's name; empty for everyone
   */
  ClinicPage page(StaffActor actor, int page, String name, Notice notice) {
    return page(actor, page, name, notice, RotaForm.of(clinic(actor).rota()), Map.of());
  }

  /** The first page with what was typed about alerts, and what is wrong with it. */
  ClinicPage page(StaffActor actor, Notice notice, RotaForm form, Map<String, String> problems) {
    return page(actor, 1, "", notice, form, problems);
  }

  private ClinicPage page(
      StaffActor actor,
      int page,
      String name,
      Notice notice,
      RotaForm form,
      Map<String, String> problems) {
    Frame frame = frames.around(actor);
    Clinic clinic = clinic(actor);
    // Once: in a large clinic there are a hundred of them, each with their clients.
    Map<StaffId, Staff> staff = shelves.staff().get(clinic.staff());
    int pages = Roll.pages(clinic);
    int shown = page < 1 || page > pages ? 1 : page;
    List<Client> clients =
        name.isEmpty() ? seen(actor, roll.page(clinic, pages - shown)) : search.of(actor, name);
    List<Row> rows =
        clients.stream()
            .sorted(
                Comparator.comparing((Client client) -> client.clinician().isPresent())
                    .thenComparing(Client::enrolledAt, Comparator.reverseOrder()))
            .map(client -> row(client, staff, frame))
            .toList();
    List<Member> members =
        staff.values().stream()
            .map(member ->
                new Member(member.name(), member.title(), roles(member), member.caseload().size()))
            .toList();
    int unassigned = (int) clients.stream().filter(c -> c.clinician().isEmpty()).count();
    return new ClinicPage(
        frame,
        rows,
        new ClinicPage.Leaf(
            shown, pages, total(clinic, pages), name, rows.size() >= NameSearch.FOUND_MAX),
        members,
        unassigned,
        alerts(clinic, staff, frame, form, problems),
        clinic.mayWordBriefs(),
        notice);
  }

  private ClinicPage.Alerts alerts(
      Clinic clinic,
      Map<StaffId, Staff> staff,
      Frame frame,
      RotaForm form,
      Map<String, String> problems) {
    List<ClinicPage.Person> people =
        staff.values().stream()
            .filter(member -> member.roles().contains(Role.CLINICIAN))
            .map(m ->
                new ClinicPage.Person(
                    m.id().value(),
                    m.name(),
                    m.email(),
                    form.cover().contains(m.id().value()),
                    form.onCall().contains(m.id().value())))
            .toList();
    String ways =
        warnings.ways().stream()
            .sorted()
            .map(way ->
                switch (way) {
                  case PORTAL -> "this portal";
                  case EMAIL -> "e-mail";
                  case WEBHOOK -> "a webhook";
                })
            .collect(Collectors.joining(" and "));
    String zone = clinic.zone().getId().replace('_', ' ');
    return new ClinicPage.Alerts(
        warnings.of(clinic.id(), frame), ways, people, form, problems, zone);
  }

  InvitePage inviting(
      StaffActor actor, Map<String, String> problems, Optional<InviteForm> typed, Notice notice) {
    InviteForm form = typed.orElseGet(() -> InviteForm.fresh(freshId(), clinic(actor)));
    List<String> zones =
        ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
            .filter(zone -> !zone.startsWith("SystemV/"))
            .sorted()
            .toList();
    return new InvitePage(frames.around(actor), form, problems, options(actor), zones, notice);
  }

  /** What is wrong with an invitation, by field name. */
  Map<String, String> problems(StaffActor actor, InviteForm form) {
    Map<String, String> problems = form.problems(clinicians(actor).keySet());
    if (problems.isEmpty() && !form.again().equals("yes")) {
      search.of(actor, form.name()).stream()
          .filter(client -> client.name().equalsIgnoreCase(form.name()))
          .filter(client -> !client.id().value().equals(form.id()))
          .findFirst()
          .ifPresent(client ->
              problems.put(
                  "again",
                  "There already is a client of this name, "
                      + enrolment(client).toLowerCase(Locale.ROOT)
                      + ". If this is another person, tick the box."));
    }
    return problems;
  }

  EnrolmentPage enrolment(StaffActor actor, Client client, String chosen, Notice notice) {
    Frame frame = frames.around(actor);
    String assigned = client.clinician().map(StaffId::value).orElse("");
    return new EnrolmentPage(
        frame,
        row(client, staff(actor), frame),
        assigned,
        chosen.isEmpty() ? assigned : chosen,
        options(actor),
        client.enrolment() == Client.Enrolment.INVITED,
        notice);
  }

  InvitedPage invited(StaffActor actor, FrontDesk.Result.Invited invited) {
    Client client = invited.client();
    String clinician = client.clinician().flatMap(shelves.staff()::get).map(Staff::name).orElse("");
    return new InvitedPage(
        frames.around(actor),
        client.id().value(),
        client.name(),
        client.language(),
        clinician,
        join.page(),
        join.with(invited.code()),
        QrCode.of(join.with(invited.code())),
        invited.code().shown(),
        invited.expiresAt(),
        false);
  }

  ColleaguePage colleague(
      StaffActor actor, ColleagueForm form, Map<String, String> problems, Notice notice) {
    return new ColleaguePage(frames.around(actor), form, problems, notice);
  }

  InvitedPage hired(StaffActor actor, StaffDesk.Invited invited, String portal) {
    return new InvitedPage(
        frames.around(actor),
        invited.staff().id().value(),
        invited.staff().name(),
        "en",
        "",
        portal + "/join",
        portal + "/join?code=" + invited.code().shown(),
        QrCode.of(portal + "/join?code=" + invited.code().shown()),
        invited.code().shown(),
        invited.expiresAt(),
        true);
  }

  Notice movedOn(FrontDesk.Result.MovedOn moved) {
    String now =
        moved.asItIs().clinician().flatMap(shelves.staff()::get).map(Staff::name).orElse("nobody");
    return Notice.conflict(
        "Nothing was changed: this was done already, here or by a colleague.",
        moved.asItIs().name() + " is with " + now + ", " + enrolment(moved.asItIs()) + ".",
        "");
  }

  /** Everyone in the clinic who may be given a client. */
  Map<StaffId, Staff> clinicians(StaffActor actor) {
    Map<StaffId, Staff> clinicians = new LinkedHashMap<>();
    staff(actor)
        .forEach((id, member) -> {
          if (member.roles().contains(Role.CLINICIAN)) clinicians.put(id, member);
        });
    return clinicians;
  }

  /** The colleague of this name, whatever their role was or is. */
  Optional<StaffId> colleague(StaffActor actor, String value) {
    return staff(actor).keySet().stream().filter(id -> id.value().equals(value)).findFirst();
  }

  private List<InvitePage.Option> options(StaffActor actor) {
    return clinicians(actor).values().stream()
        .map(m -> new InvitePage.Option(m.id().value(), m.name() + ", " + m.title()))
        .toList();
  }

  private List<Client> seen(StaffActor actor, List<ClientId> ids) {
    return search.seen(actor, ids);
  }

  /** Those of the names that a client has already, in lower case. */
  Set<String> namesAmong(StaffActor actor, List<String> names) {
    return search.namesAmong(actor, names);
  }

  private int total(Clinic clinic, int pages) {
    return (pages - 1) * RollPage.MOST + roll.page(clinic, pages - 1).size();
  }

  private Map<StaffId, Staff> staff(StaffActor actor) {
    return shelves.staff().get(clinic(actor).staff());
  }

  private Clinic clinic(StaffActor actor) {
    return shelves.clinics().get(actor.clinic()).orElseThrow();
  }

  private static Row row(Client client, Map<StaffId, Staff> staff, Frame frame) {
    String clinician = client.clinician().map(staff::get).map(Staff::name).orElse("");
    return new Row(
        client.id().value(),
        client.name(),
        Locale.forLanguageTag(client.language()).getDisplayLanguage(Locale.UK),
        client.zone().getId(),
        enrolment(client),
        frame.said(client.enrolledAt()),
        clinician,
        client.since().map(frame::said).orElse(""));
  }

  private static String enrolment(Client client) {
    return switch (client.enrolment()) {
      case INVITED -> "Invited";
      case ACTIVE -> "Active";
      case DISCHARGED -> "Discharged";
    };
  }

  private static String roles(Staff member) {
    return member.roles().stream()
        .sorted()
        .map(role -> role.name().charAt(0) + role.name().substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** Says nothing about the person and cannot be guessed. */
  static String freshId() {
    byte[] bytes = new byte[8];
    RANDOM.nextBytes(bytes);
    return "c" + HexFormat.of().formatHex(bytes);
  }
}
