package io.handrail.portal.join;

import io.handrail.care.Shelves;
import io.handrail.care.access.Account;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.InvitationCode;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Staff;
import io.handrail.care.clinic.StaffDesk;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.portal.Answers;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Accounts.Kept;
import io.handrail.web.session.Entrance;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.micronaut.views.ModelAndView;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** How people of the clinic make their sign-in. The code is the only thing that lets them. */
@Controller("/join")
@Secured(SecurityRule.IS_ANONYMOUS)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class JoinController {
  private static final Map<String, String> WEAK =
      Map.of(
          "too-short", "This is a little short. Please use at least 15 characters.",
          "too-long", "This is longer than we can keep. Please use at most 200 characters.",
          "too-common",
              "This one is easy to guess. Please put together words that only you would choose.",
          "like-the-name", "This is too close to your sign-in name. Please choose other words.");

  private final Shelves shelves;
  private final StaffDesk desk;
  private final Accounts accounts;
  private final Entrance entrance;
  private final Clock clock;
  private final AuditTrail trail;

  JoinController(
      Shelves shelves,
      StaffDesk desk,
      Accounts accounts,
      Entrance entrance,
      Clock clock,
      AuditTrail trail) {
    this.trail = trail;
    this.shelves = shelves;
    this.desk = desk;
    this.accounts = accounts;
    this.entrance = entrance;
    this.clock = clock;
  }

  /**
   * An invitation that is open.
   *
   * @param staff who it is for; empty for the founder
   */
  private record Open(InvitationCode code, Optional<Staff> staff) {}

  @Get
  HttpResponse<?> ask(@Nullable @QueryValue String code) {
    if (code == null || code.isBlank()) return askCode(Map.of(), HttpStatus.OK);
    return open(code)
        .<HttpResponse<?>>map(
            open -> Answers.page("join/join", page(open, JoinForm.of(code), Map.of())))
        .orElseGet(JoinController::noSuchCode);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> join(@Body JoinForm form) {
    Optional<Open> maybe = open(form.code());
    if (maybe.isEmpty()) return noSuchCode();
    Open open = maybe.get();
    Map<String, String> problems = open.staff().isEmpty() ? form.problems() : Map.of();
    if (!problems.isEmpty()) return again(open, form, problems);
    StaffId id = open.staff().map(Staff::id).orElseGet(desk::founder);
    Set<Role> roles = open.staff().map(Staff::roles).orElse(EnumSet.of(Role.ADMIN));
    return switch (accounts.create(form.user(), form.password(), new StaffActor(id, roles))) {
      case Kept.Done(Account account) -> claimed(open, form, id, account);
      case Kept.NameTaken taken ->
          again(
              open, form, Map.of("user", "Someone has this name already. Please try another one."));
      case Kept.NameUnfit unfit ->
          again(
              open,
              form,
              Map.of(
                  "user",
                  "Please use 3 to 80 letters, numbers, dots, dashes or an email address."));
      case Kept.Weak(var weakness) ->
          again(open, form, Map.of("password", WEAK.get(weakness.key())));
      case Kept.WrongPassword wrong -> noSuchCode();
    };
  }

  /** The account reaches nothing before the claim, so a crash in between leaves no way in. */
  private HttpResponse<?> claimed(Open open, JoinForm form, StaffId id, Account account) {
    Instant now = clock.instant();
    boolean mine =
        open.staff().isPresent()
            ? desk.join(open.code(), now)
            : desk.found(
                open.code(),
                id,
                new StaffDesk.Plan(form.clinic(), ZoneId.of(form.zone()), form.region()),
                new StaffDesk.Hire(form.person(), form.title(), "", Set.of(Role.ADMIN)),
                now);
    if (!mine) {
      shelves.accounts().remove(account.name());
      return noSuchCode();
    }
    trail.write(id.clinic(), AuditDeed.of(AuditKind.STAFF_JOINED, id));
    boolean admin = open.staff().map(s -> s.roles().contains(Role.ADMIN)).orElse(true);
    return entrance.letIn(account, admin ? "/clinic" : "/caseload");
  }

  private Optional<Open> open(String typed) {
    return InvitationCode.read(typed)
        .flatMap(code ->
            desk.open(code, clock.instant())
                .map(invitation ->
                    new Open(code, invitation.staff().flatMap(shelves.staff()::get))));
  }

  private static HttpResponse<?> noSuchCode() {
    return askCode(
        Map.of(
            "code",
            "This code does not work. It may be mistyped, used already, or out of date. Please ask"
                + " for a new one."),
        HttpStatus.NOT_FOUND);
  }

  private static HttpResponse<?> askCode(Map<String, String> problems, HttpStatus status) {
    var page = new JoinPage("code", JoinForm.of(""), problems, "", "", List.of(), List.of());
    return HttpResponse.status(status).body(new ModelAndView<>("join/join", page));
  }

  private HttpResponse<?> again(Open open, JoinForm form, Map<String, String> problems) {
    return Answers.again("join/join", page(open, form, problems));
  }

  private JoinPage page(Open open, JoinForm form, Map<String, String> problems) {
    String clinic =
        open.staff()
            .flatMap(s -> shelves.clinics().get(s.id().clinic()))
            .map(c -> c.name())
            .orElse("");
    List<String> zones =
        ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/"))
            .filter(zone -> !zone.startsWith("SystemV/"))
            .sorted()
            .toList();
    return new JoinPage(
        open.staff().isEmpty() ? "found" : "join",
        form,
        problems,
        open.staff().map(Staff::name).orElse(""),
        clinic,
        Regions.ALL,
        zones);
  }
}
