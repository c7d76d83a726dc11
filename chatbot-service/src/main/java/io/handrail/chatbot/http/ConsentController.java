package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.clinic.Staff;
import io.handrail.care.record.Consent;
import io.handrail.care.record.takeout.CopyOrder;
import io.handrail.web.fault.Faults;
import io.handrail.web.page.Messages;
import io.handrail.web.session.ForgottenPassphrases;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.views.ModelAndView;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** What a client agrees to, sees again and takes back; and who sees what they write. */
@Controller
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class ConsentController {
  private final Visits visits;
  private final Shelves shelves;
  private final Messages messages;
  private final Faults faults;
  private final Clock clock;
  private final ForgottenPassphrases forgotten;

  ConsentController(
      Visits visits,
      Shelves shelves,
      Messages messages,
      Faults faults,
      Clock clock,
      ForgottenPassphrases forgotten) {
    this.forgotten = forgotten;
    this.visits = visits;
    this.shelves = shelves;
    this.messages = messages;
    this.faults = faults;
    this.clock = clock;
  }

  /**
   * The consent text.
   *
   * @param model what is chosen so far about an AI wording replies
   * @param summaries the same about the therapist's summaries
   * @param missing true when it was sent without agreeing
   */
  public record Welcome(
      String version,
      String clinic,
      Therapist therapist,
      boolean model,
      boolean summaries,
      boolean missing) {}

  /**
   * Who sees this, what was agreed, and the choices.
   *
   * @param copyWaits true when the clinic put a copy together for the client to fetch
   * @param erasureAsked when erasure was asked for, while it waits
   * @param passwordSet when the password was last set with a code; empty when it never was
   */
  public record About(
      Therapist therapist,
      String clinic,
      Optional<Agreed> consent,
      boolean saved,
      boolean copyWaits,
      Optional<Instant> erasureAsked,
      Optional<SetAnew> passwordSet) {}

  /** A password that was set with a code, and who had made that. */
  public record SetAnew(Instant at, String by) {}

  /** What the client agreed to. */
  public record Agreed(boolean stands, boolean model, boolean summaries, Instant givenAt) {}

  @Get("/welcome")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> welcome(HttpRequest<?> request, ClientActor actor) {
    return visits
        .of(actor)
        .<HttpResponse<?>>map(visit -> HttpResponse.ok(welcome(visit, chosen(visit), false)))
        .orElseGet(() -> faults.answer(request, HttpStatus.NOT_FOUND));
  }

  @Post("/welcome")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> agree(
      HttpRequest<?> request,
      ClientActor actor,
      @Nullable String agree,
      @Nullable String model,
      @Nullable String summaries,
      @Nullable String version) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    var wished = new Choice("yes".equals(model), "yes".equals(summaries));
    // A text that changed while it was being read is shown again, not agreed to unseen.
    if (!"yes".equals(agree) || !Agreement.VERSION.equals(version)) {
      return HttpResponse.unprocessableEntity()
          .body(welcome(visit.get(), wished, !"yes".equals(agree)));
    }
    var given =
        new Consent(
            Agreement.VERSION,
            wished.model(),
            clock.instant(),
            Optional.empty(),
            Optional.of(wished.summaries()));
    if (!shelves.consents().insert(visit.get().id(), given)) {
      shelves.consents().change(visit.get().id(), before -> given);
    }
    return HttpResponse.seeOther(URI.create("/"));
  }

  /** What a model may do. */
  private record Choice(boolean model, boolean summaries) {}

  private ModelAndView<?> welcome(Visit visit, Choice choice, boolean missing) {
    var page =
        new Welcome(
            Agreement.VERSION,
            visit.clinic().name(),
            visit.therapist(),
            choice.model(),
            choice.summaries(),
            missing);
    return new ModelAndView<>("client/welcome", visit.show("", page));
  }

  private static Choice chosen(Visit visit) {
    return visit
        .consent()
        .filter(Consent::stands)
        .map(c -> new Choice(c.model(), c.summaries().orElse(false)))
        .orElse(new Choice(false, false));
  }

  @Get("/about")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> about(
      HttpRequest<?> request, ClientActor actor, @Nullable @QueryValue String saved) {
    Optional<Visit> maybe = visits.of(actor);
    if (maybe.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    Visit visit = maybe.get();
    var agreed =
        visit
            .consent()
            .map(c ->
                new Agreed(visit.agreed(), c.model(), c.summaries().orElse(false), c.givenAt()));
    boolean copyWaits =
        shelves
            .copyOrders()
            .get(visit.id())
            .filter(order -> order.waitsFor(CopyOrder.Addressee.CLIENT))
            .isPresent();
    var page =
        new About(
            visit.therapist(),
            visit.clinic().name(),
            agreed,
            saved != null,
            copyWaits,
            shelves.erasures().get(visit.id()).map(erasure -> erasure.asked().at()),
            passwordSet(visit));
    return HttpResponse.ok(new ModelAndView<>("client/about", visit.show("about", page)));
  }

  private Optional<SetAnew> passwordSet(Visit visit) {
    return forgotten
        .standing(visit.id())
        .flatMap(ForgottenPassphrases.Standing::lastSet)
        .map(set ->
            new SetAnew(
                set.at(),
                shelves.staff().get(set.by()).map(Staff::name).orElse(visit.clinic().name())));
  }

  @Post("/about/model")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> model(
      HttpRequest<?> request,
      ClientActor actor,
      @Nullable String model,
      @Nullable String summaries) {
    return saved(
        request,
        actor,
        visit ->
            visit
                .consent()
                .ifPresent(first ->
                    shelves
                        .consents()
                        .change(
                            visit.id(),
                            c ->
                                new Consent(
                                    c.version(),
                                    "yes".equals(model),
                                    c.givenAt(),
                                    c.withdrawnAt(),
                                    Optional.of("yes".equals(summaries))))));
  }

  @Post("/about/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> withdraw(HttpRequest<?> request, ClientActor actor) {
    return saved(
        request,
        actor,
        visit ->
            visit
                .consent()
                .filter(Consent::stands)
                .ifPresent(first ->
                    shelves
                        .consents()
                        .change(
                            visit.id(),
                            c ->
                                new Consent(
                                    c.version(),
                                    false,
                                    c.givenAt(),
                                    Optional.of(clock.instant())))));
  }

  @Post("/about/language")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> language(HttpRequest<?> request, ClientActor actor, @Nullable String language) {
    return saved(
        request,
        actor,
        visit -> {
          if (messages.languages().contains(language)) {
            shelves.clients().change(visit.id(), c -> c.speaking(language));
          }
        });
  }

  private interface Change {
    void of(Visit visit);
  }

  private HttpResponse<?> saved(HttpRequest<?> request, ClientActor actor, Change change) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    change.of(visit.get());
    return HttpResponse.seeOther(URI.create("/about?saved=1"));
  }
}
