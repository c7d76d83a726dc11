package io.handrail.portal.team;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.clinic.Team;
import io.handrail.care.conversation.Line;
import io.handrail.care.conversation.Opening;
import io.handrail.care.conversation.Outcome;
import io.handrail.care.conversation.Speaker;
import io.handrail.care.conversation.Turn;
import io.handrail.care.review.Readings;
import io.handrail.portal.Answers;
import io.handrail.portal.Frames;
import io.handrail.portal.Logbook;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.team.SetupPage.Member;
import io.handrail.portal.team.SetupPage.Supervisor;
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
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What a supervisor sees of a team, and where an administrator says who is in it. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TeamController {
  private static final int ENTRIES = 30;

  private final Shelves shelves;
  private final Frames frames;
  private final Teams teams;
  private final Logbook logbook;

  TeamController(Shelves shelves, Frames frames, Teams teams, Logbook logbook) {
    this.shelves = shelves;
    this.frames = frames;
    this.teams = teams;
    this.logbook = logbook;
  }

  @Get("/team")
  HttpResponse<?> team(StaffActor actor) {
    if (!actor.is(Role.SUPERVISOR)) return Answers.nothing();
    return Answers.page("team/team", teams.page(actor));
  }

  /** The latest entries of a client in the sample of the week; every opening is written down. */
  @Get("/team/sample/{id}")
  HttpResponse<?> sample(StaffActor actor, String id) {
    Optional<Client> client = named(actor, id);
    if (client.isEmpty()) return Answers.nothing();
    Optional<TeamPage.Drawn> drawn = teams.drawn(actor, client.get());
    if (drawn.isEmpty()) return Answers.nothing();
    List<Turn> turns = shelves.turns().last(client.get().id(), ENTRIES);
    if (!turns.isEmpty()) {
      long from = turns.getFirst().id().seq();
      long to = turns.getLast().id().seq();
      logbook.opened(actor, client.get(), from, to, Readings.Why.SUPERVISION);
    }
    String of = client.get().clinician().flatMap(shelves.staff()::get).map(Staff::name).orElse("");
    return Answers.page(
        "team/sample",
        new SamplePage(
            frames.around(actor),
            client.get().name(),
            of,
            drawn.get().why(),
            turns.stream().map(turn -> entry(turn, client.get())).toList()));
  }

  private Optional<Client> named(StaffActor actor, String id) {
    try {
      return shelves.clients().get(actor.client(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no id has this shape
    }
  }

  private static SamplePage.Entry entry(Turn turn, Client client) {
    String said = "";
    if (turn.opening() instanceof Opening.Said words) said = words.text();
    if (turn.opening() instanceof Opening.Tapped tapped) said = "[" + tapped.label() + "]";
    Optional<Outcome.Withheld> refused =
        turn.closing()
            .map(c -> c.outcome())
            .filter(Outcome.Withheld.class::isInstance)
            .map(Outcome.Withheld.class::cast);
    return new SamplePage.Entry(
        turn.id().seq(),
        turn.openedAt(),
        said.isEmpty() ? "" : client.name(),
        said,
        Spoken.asked(turn.screening().level()),
        turn.shown().stream().map(TeamController::shown).toList(),
        refused.map(w -> String.join(", ", w.findings())).orElse(""));
  }

  private static SamplePage.Shown shown(Line line) {
    String who =
        line.speaker() == Speaker.SCRIPT
            ? "Script"
            : line.speaker() == Speaker.PROGRAM ? "Model" : line.by();
    return new SamplePage.Shown(who, line.text());
  }

  @Get("/clinic/teams")
  HttpResponse<?> setup(StaffActor actor, @Nullable @QueryValue String done) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    Notice notice = "stored".equals(done) ? Notice.done("Stored.") : Notice.NONE;
    Collection<Staff> staff = shelves.staff().get(teams.clinicians(actor)).values();
    return Answers.page(
        "team/setup",
        new SetupPage(
            frames.around(actor),
            staff.stream()
                .filter(s -> s.roles().contains(Role.SUPERVISOR))
                .map(s -> supervisor(s, staff))
                .toList(),
            notice));
  }

  private Supervisor supervisor(Staff who, Collection<Staff> staff) {
    Team team = shelves.teams().get(who.id()).orElse(Team.NOBODY);
    return new Supervisor(
        who.id().value(),
        who.name(),
        staff.stream()
            .filter(s -> s.roles().contains(Role.CLINICIAN) && !s.id().equals(who.id()))
            .map(s -> new Member(s.id().value(), s.name(), team.has(s.id())))
            .toList());
  }

  /** Whose work a supervisor looks at. */
  @Serdeable
  record Setting(@Nullable String supervisor, @Nullable List<String> clinicians) {
    Setting {
      supervisor = supervisor == null ? "" : supervisor.strip();
      clinicians = clinicians == null ? List.of() : List.copyOf(clinicians);
    }
  }

  @Post("/clinic/teams")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> set(StaffActor actor, @Body Setting form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    List<StaffId> all = teams.clinicians(actor);
    Optional<StaffId> supervisor =
        all.stream().filter(id -> id.value().equals(form.supervisor())).findFirst();
    boolean supervises =
        supervisor
            .flatMap(shelves.staff()::get)
            .filter(s -> s.roles().contains(Role.SUPERVISOR))
            .isPresent();
    if (!supervises) return Answers.nothing();
    var team =
        new Team(
            all.stream()
                .filter(id -> form.clinicians().contains(id.value()))
                .filter(id -> !id.equals(supervisor.get()))
                .toList());
    shelves
        .teams()
        .change(supervisor.get(), Team.NOBODY, before -> before.equals(team) ? before : team);
    return Answers.to("/clinic/teams?done=stored");
  }
}
