package io.handrail.portal.ending;

import io.handrail.care.Shelves;
import io.handrail.care.access.Act;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.plan.CarePlan;
import io.handrail.care.plan.Taper;
import io.handrail.care.review.Readings;
import io.handrail.care.review.Reliance;
import io.handrail.care.review.RiskDesk;
import io.handrail.portal.Answers;
import io.handrail.portal.ChartHead;
import io.handrail.portal.Frame;
import io.handrail.portal.Frames;
import io.handrail.portal.Gate;
import io.handrail.portal.Logbook;
import io.handrail.portal.Notice;
import io.handrail.portal.Spoken;
import io.handrail.portal.ending.EndingPage.Form;
import io.handrail.portal.ending.EndingPage.Planned;
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
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Where a clinician sees how a client leans on the program, and plans for less of it. */
@Controller("/clients/{id}/ending")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EndingController {
  private static final String VIEW = "ending/ending";
  private static final int READERS_MAX = 12;
  private static final int WEEKS = 4;
  private static final int DOWN_TO = 5;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

  private final Shelves shelves;
  private final Frames frames;
  private final Gate gate;
  private final RiskDesk risk;
  private final Logbook logbook;

  EndingController(Shelves shelves, Frames frames, Gate gate, RiskDesk risk, Logbook logbook) {
    this.shelves = shelves;
    this.frames = frames;
    this.gate = gate;
    this.risk = risk;
    this.logbook = logbook;
  }

  @Get
  HttpResponse<?> ending(StaffActor actor, String id, @Nullable @QueryValue String done) {
    Optional<Client> client = gate.open(actor, Act.READ_LOG, id);
    if (client.isEmpty()) return Answers.nothing();
    Notice notice =
        switch (done) {
          case "planned" -> Notice.done("Planned. The client sees the dates and your words.");
          case "stopped" -> Notice.done("Stopped. The limits of the care plan stand again.");
          case null, default -> Notice.NONE;
        };
    return Answers.page(VIEW, page(actor, client.get(), Optional.empty(), notice));
  }

  private EndingPage page(StaffActor actor, Client client, Optional<Form> typed, Notice notice) {
    Frame frame = frames.around(actor);
    Reliance leans =
        Reliance.of(
            shelves.turns().last(client.id(), Reliance.TURNS_MAX), client.zone(), frame.now());
    Optional<Taper> taper = shelves.tapers().get(client.id());
    LocalDate today = frame.now().atZone(client.zone()).toLocalDate();
    int seen = taper.map(Taper::version).orElse(0);
    return new EndingPage(
        frame,
        ChartHead.of(client, shelves, risk.open(client.id()).size(), frame.now()),
        counted(leans),
        leans.signs().stream().map(s -> new EndingPage.Sign(s.said(), s.turns())).toList(),
        shelves.plans().get(client.id()).map(CarePlan::messagesPerDayMax).orElse(0),
        taper.filter(t -> !t.stopped()).map(t -> planned(t, today, frame)),
        typed.orElseGet(() -> new Form(seen, today.plusDays(7).toString(), WEEKS, DOWN_TO, "")),
        logbook.of(client, READERS_MAX).stream()
            .map(r ->
                new EndingPage.Reader(r.name(), why(r.why()), frame.said(r.at()), r.from(), r.to()))
            .toList(),
        notice);
  }

  private static String counted(Reliance leans) {
    String before = Spoken.counted(leans.before(), "message") + " in the two weeks before.";
    if (leans.fortnight() == 0) return "Nothing in the last two weeks; " + before;
    return Spoken.counted(leans.fortnight(), "message")
        + " on "
        + Spoken.counted(leans.days(), "day")
        + " in the last two weeks, "
        + leans.nights()
        + " of them at night; "
        + before;
  }

  private static String why(Readings.Why why) {
    return switch (why) {
      case CARE -> "in their care";
      case COVER -> "standing in";
      case SUPERVISION -> "as supervisor";
    };
  }

  private static Planned planned(Taper taper, LocalDate today, Frame frame) {
    Optional<Taper.Step> now = taper.on(today);
    return new Planned(
        taper.version(),
        DAY.format(taper.ends()),
        taper.steps().stream()
            .map(step ->
                new EndingPage.Step(
                    DAY.format(step.from()), step.messages(), now.filter(step::equals).isPresent()))
            .toList(),
        taper.word(),
        taper.name() + ", " + frame.said(taper.at()));
  }

  /**
   * A taper.
   *
   * @param begins the day of the first step
   * @param down messages a day at the end
   * @param word what the client reads
   */
  @Serdeable
  record Plan(
      @Nullable Integer seen,
      @Nullable String begins,
      @Nullable Integer weeks,
      @Nullable Integer down,
      @Nullable String word) {
    Plan {
      seen = seen == null ? 0 : seen;
      begins = begins == null ? "" : begins.strip();
      weeks = weeks == null ? 0 : weeks;
      down = down == null ? 0 : down;
      word = word == null ? "" : word.strip();
    }

    Form form() {
      return new Form(seen, begins, weeks, down, word);
    }
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> plan(StaffActor actor, String id, @Body Plan form) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    Optional<CarePlan> plan = shelves.plans().get(client.get().id());
    LocalDate today = frames.now().atZone(client.get().zone()).toLocalDate();
    Optional<LocalDate> begins = day(form.begins());
    String problem = problem(form, plan, begins, today);
    if (!problem.isEmpty()) {
      return Answers.again(
          VIEW, page(actor, client.get(), Optional.of(form.form()), Notice.problem(problem)));
    }
    String name = frames.name(actor);
    var next =
        new Taper(
            form.seen() + 1,
            begins.get().plusWeeks(form.weeks()),
            Taper.even(begins.get(), form.weeks(), plan.get().messagesPerDayMax(), form.down()),
            form.word(),
            name,
            frames.now(),
            false);
    if (!stored(client.get(), form.seen(), next)) {
      Notice moved =
          Notice.problem("Another plan was stored while you had this open. Yours was not.");
      return Answers.conflict(VIEW, page(actor, client.get(), Optional.of(form.form()), moved));
    }
    return Answers.to("/clients/" + id + "/ending?done=planned");
  }

  private boolean stored(Client client, int seen, Taper next) {
    if (shelves.tapers().insert(client.id(), next)) return true;
    Taper now = shelves.tapers().change(client.id(), t -> t.version() == seen ? next : t);
    return now.steps().equals(next.steps()) && now.word().equals(next.word()) && !now.stopped();
  }

  private static Optional<LocalDate> day(String given) {
    try {
      return Optional.of(LocalDate.parse(given));
    } catch (DateTimeException e) {
      return Optional.empty(); // not a day; the form says so
    }
  }

  private static String problem(
      Plan form, Optional<CarePlan> plan, Optional<LocalDate> begins, LocalDate today) {
    if (plan.isEmpty()) return "There is no care plan yet; its limit is where a taper starts.";
    if (begins.isEmpty() || begins.get().isBefore(today)) {
      return "Give a first day, today or later, so that the client knows beforehand.";
    }
    if (form.weeks() < 1 || form.weeks() > Taper.STEPS_MAX) {
      return "A taper takes 1 to " + Taper.STEPS_MAX + " weeks.";
    }
    if (form.down() < 1 || form.down() >= plan.get().messagesPerDayMax()) {
      return "The last number must be at least 1 and under "
          + plan.get().messagesPerDayMax()
          + ", the limit now.";
    }
    if (form.word().isEmpty()) return "Say a word to the client; they read it with the dates.";
    return form.word().length() > Taper.WORD_MAX
        ? "Please keep your words under " + Taper.WORD_MAX + " characters."
        : "";
  }

  @Post("/stop")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> stop(StaffActor actor, String id) {
    Optional<Client> client = gate.open(actor, Act.SET_PLAN, id);
    if (client.isEmpty()) return Answers.nothing();
    String name = frames.name(actor);
    if (shelves.tapers().get(client.get().id()).isPresent()) {
      shelves
          .tapers()
          .change(client.get().id(), t -> t.stopped() ? t : t.stoppedBy(name, frames.now()));
    }
    return Answers.to("/clients/" + id + "/ending?done=stopped");
  }
}
