package io.handrail.portal.clinic;

import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.FrontDesk;
import io.handrail.care.clinic.FrontDesk.Newcomer;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Frames;
import io.handrail.portal.Notice;
import io.handrail.portal.clinic.ImportPage.Line;
import io.handrail.portal.clinic.ImportedPage.Ticket;
import io.handrail.web.page.QrCode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a spreadsheet into invitations: all of it or nobody. */
@Singleton
class Enrolling {
  private static final Map<String, String> LANGUAGES =
      Map.of("english", "en", "spanish", "es", "español", "es", "espanol", "es");

  private final Register register;
  private final Frames frames;
  private final FrontDesk desk;
  private final JoinAddress join;
  private final AuditTrail trail;

  Enrolling(Register register, Frames frames, FrontDesk desk, JoinAddress join, AuditTrail trail) {
    this.register = register;
    this.frames = frames;
    this.desk = desk;
    this.join = join;
    this.trail = trail;
  }

  /** What each row would do, or what is wrong with it. */
  ImportPage looked(StaffActor actor, ImportForm form) {
    return switch (Spreadsheet.read(form.text())) {
      case Spreadsheet.Unreadable(String why) -> page(actor, form, List.of(), Notice.problem(why));
      case Spreadsheet.Rows(List<Spreadsheet.Row> rows) -> {
        List<Line> lines = lines(actor, rows, form);
        long wrong = lines.stream().filter(line -> !line.problem().isEmpty()).count();
        Notice notice =
            wrong == 0
                ? Notice.NONE
                : Notice.problem(
                    "Nobody is enrolled yet. "
                        + (wrong == 1 ? "One row needs" : wrong + " rows need")
                        + " a look; the reasons stand beside them.");
        yield page(actor, form, lines, notice);
      }
    };
  }

  ImportPage page(StaffActor actor, ImportForm form, List<Line> lines, Notice notice) {
    List<String> clinicians =
        register.clinicians(actor).values().stream().map(Staff::name).toList();
    return new ImportPage(frames.around(actor), form, lines, clinicians, notice);
  }

  /** Enrols everyone of a page on which nothing is wrong. */
  ImportedPage enrolled(StaffActor actor, ImportPage page, Function<InviteForm, Newcomer> who) {
    var tickets = new ArrayList<Ticket>();
    for (Line line : page.lines()) {
      tickets.add(
          switch (desk.invite(who.apply(line.form()), actor.id(), frames.now())) {
            case FrontDesk.Result.Invited invited -> {
              trail.write(
                  actor.clinic(),
                  AuditDeed.about(AuditKind.CLIENT_INVITED, actor.id(), invited.client().id()));
              String link = join.with(invited.code());
              yield new Ticket(
                  invited.client().id().value(),
                  invited.client().name(),
                  invited.code().shown(),
                  link,
                  QrCode.of(link),
                  Optional.of(invited.expiresAt()));
            }
            case FrontDesk.Result.MovedOn moved -> Ticket.already(moved.asItIs());
            case FrontDesk.Result.Assigned assigned -> Ticket.already(assigned.client());
          });
    }
    return new ImportedPage(frames.around(actor), join.page(), tickets);
  }

  private List<Line> lines(StaffActor actor, List<Spreadsheet.Row> rows, ImportForm form) {
    Map<StaffId, Staff> clinicians = register.clinicians(actor);
    List<String> typed = rows.stream().map(Spreadsheet.Row::name).toList();
    Set<String> here = register.namesAmong(actor, typed);
    var seen = new HashSet<String>();
    var lines = new ArrayList<Line>();
    for (int i = 0; i < rows.size(); i++) {
      Spreadsheet.Row row = rows.get(i);
      String id = i < form.ids().size() ? form.ids().get(i) : Register.freshId();
      String language = row.language().toLowerCase(Locale.ROOT);
      var one =
          new InviteForm(
              id,
              row.name(),
              LANGUAGES.getOrDefault(language, language),
              row.zone(),
              clinician(row.clinician(), clinicians),
              "");
      String name = one.name().toLowerCase(Locale.ROOT);
      String problem = problem(one, row, clinicians.keySet());
      if (problem.isEmpty() && !seen.add(name)) {
        problem = "This name stands in the sheet twice. Add an initial to tell them apart.";
      }
      if (problem.isEmpty() && here.contains(name) && !form.again()) {
        problem =
            "There already is a client of this name. If this is another person, tick the box below.";
      }
      lines.add(new Line(row, one, problem));
    }
    return lines;
  }

  /** By name, e-mail address or id, as long as one person is meant. */
  private static String clinician(String typed, Map<StaffId, Staff> clinicians) {
    List<StaffId> meant =
        clinicians.values().stream()
            .filter(member ->
                member.name().equalsIgnoreCase(typed)
                    || !typed.isEmpty() && member.email().equalsIgnoreCase(typed)
                    || member.id().value().equals(typed))
            .map(Staff::id)
            .toList();
    return meant.size() == 1 ? meant.getFirst().value() : "";
  }

  private static String problem(InviteForm one, Spreadsheet.Row row, Set<StaffId> clinicians) {
    Map<String, String> problems = one.problems(clinicians);
    if (problems.isEmpty()) return "";
    if (problems.containsKey("name") && row.name().isEmpty()) return "The name is missing.";
    if (problems.containsKey("language")) return "The language must be en or es.";
    if (problems.containsKey("zone")) {
      return row.zone().isEmpty()
          ? "The time zone is missing, for example Europe/London."
          : "“" + row.zone() + "” is no time zone. One is written like Europe/London.";
    }
    if (problems.containsKey("clinician")) {
      return row.clinician().isEmpty()
          ? "The clinician is missing."
          : "Nobody here, or more than one, goes by “" + row.clinician() + "”.";
    }
    return problems.values().iterator().next();
  }
}
