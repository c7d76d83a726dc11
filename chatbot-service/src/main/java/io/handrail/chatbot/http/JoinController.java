package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.InvitationCode;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.web.page.Languages;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Accounts.Kept;
import io.handrail.web.session.Entrance;
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
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** How an invited client makes their sign-in. The code is the only thing that lets them. */
@Controller("/join")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class JoinController {
  private final Shelves shelves;
  private final Accounts accounts;
  private final Entrance entrance;
  private final Languages languages;
  private final Clock clock;
  private final AuditTrail trail;

  JoinController(
      Shelves shelves,
      Accounts accounts,
      Entrance entrance,
      Languages languages,
      Clock clock,
      AuditTrail trail) {
    this.trail = trail;
    this.shelves = shelves;
    this.accounts = accounts;
    this.entrance = entrance;
    this.languages = languages;
    this.clock = clock;
  }

  /**
   * The page.
   *
   * @param stage {@code code} or {@code account}
   * @param wrong what is wrong with the code, as a key under {@code join.wrong}
   * @param typed the sign-in name that was typed
   */
  public record Page(
      String stage,
      String code,
      String name,
      String clinic,
      String typed,
      Optional<String> wrong,
      Optional<String> wrongName,
      Optional<String> wrongPassword) {}

  /** An invitation that is still open, and whose it is. */
  private record Open(String key, Client client, Clinic clinic) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> ask(HttpRequest<?> request, @Nullable @QueryValue String code) {
    return code == null || code.isBlank()
        ? askCode(request, Optional.empty())
        : begin(request, code);
  }

  @Get("/{code}")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> byLink(HttpRequest<?> request, String code) {
    return begin(request, code);
  }

  private HttpResponse<?> begin(HttpRequest<?> request, String code) {
    return open(code)
        .<HttpResponse<?>>map(
            open -> HttpResponse.ok(account(open, code, "", Optional.empty(), Optional.empty())))
        .orElseGet(() -> askCode(request, Optional.of("code")));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> join(
      HttpRequest<?> request,
      @Nullable String code,
      @Nullable String name,
      @Nullable String password) {
    Optional<Open> maybe = open(code == null ? "" : code);
    if (maybe.isEmpty()) return askCode(request, Optional.of("code"));
    Open open = maybe.get();
    String wished = name == null ? "" : name.strip();
    var actor = new ClientActor(open.client().id());
    return switch (accounts.create(wished, password == null ? "" : password, actor)) {
      case Kept.Done(Account account) -> accepted(request, open, account);
      case Kept.NameTaken taken ->
          again(open, code, wished, Optional.of("taken"), Optional.empty());
      case Kept.NameUnfit unfit -> again(open, code, wished, Optional.of("name"), Optional.empty());
      case Kept.Weak(var weakness) ->
          again(open, code, wished, Optional.empty(), Optional.of(weakness.key()));
      case Kept.WrongPassword wrong -> askCode(request, Optional.of("code"));
    };
  }

  /**
   * The account is made first and the invitation claimed after it: until the claim the client is
   * not active and the account reaches nothing, so a crash in between leaves no way in.
   */
  private HttpResponse<?> accepted(HttpRequest<?> request, Open open, Account account) {
    Instant now = clock.instant();
    var mine = new boolean[1];
    shelves
        .invitations()
        .change(
            open.key(),
            invitation -> {
              mine[0] = invitation.openAt(now);
              return mine[0] ? invitation.accepted(now) : invitation;
            });
    if (!mine[0]) {
      shelves.accounts().remove(account.name());
      return askCode(request, Optional.of("code"));
    }
    Client client = shelves.clients().change(open.client().id(), Client::active);
    trail.write(client.id().clinic(), AuditDeed.own(AuditKind.CLIENT_JOINED, client.id()));
    return entrance.letIn(account, "/welcome");
  }

  private Optional<Open> open(String code) {
    return InvitationCode.read(code)
        .flatMap(read ->
            shelves
                .invitations()
                .get(read.key())
                .filter(invitation -> invitation.openAt(clock.instant()))
                .flatMap(invitation -> shelves.clients().get(invitation.client()))
                .filter(client -> client.mayJoinBy(read.key()))
                .flatMap(client -> open(read.key(), client)));
  }

  private Optional<Open> open(String key, Client client) {
    return shelves.clinics().get(client.id().clinic()).map(clinic -> new Open(key, client, clinic));
  }

  private HttpResponse<?> askCode(HttpRequest<?> request, Optional<String> wrong) {
    String language = languages.of(null, request);
    var frame = new Frame(language, ZoneOffset.UTC, "", 0, "", false);
    var page = new Page("code", "", "", "", "", wrong, Optional.empty(), Optional.empty());
    return HttpResponse.status(wrong.isEmpty() ? HttpStatus.OK : HttpStatus.NOT_FOUND)
        .body(new ModelAndView<>("client/join", new Shown<>(frame, page)));
  }

  private HttpResponse<?> again(
      Open open, String code, String typed, Optional<String> name, Optional<String> password) {
    return HttpResponse.unprocessableEntity().body(account(open, code, typed, name, password));
  }

  private static ModelAndView<?> account(
      Open open, String code, String typed, Optional<String> name, Optional<String> password) {
    Client client = open.client();
    var frame = new Frame(client.language(), client.zone(), "", 0, "", open.clinic().synthetic());
    var page =
        new Page(
            "account",
            code,
            client.name().split(" ")[0],
            open.clinic().name(),
            typed,
            Optional.empty(),
            name,
            password);
    return new ModelAndView<>("client/join", new Shown<>(frame, page));
  }
}
