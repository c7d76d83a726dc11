package io.handrail.portal.audit;

import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Role;
import io.handrail.portal.Answers;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.nio.charset.StandardCharsets;

/** The trail of a clinic, to look through, to take along, and to check. */
@Controller("/audit")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class AuditController {
  private final Trails trails;

  AuditController(Trails trails) {
    this.trails = trails;
  }

  /**
   * @param area one of {@code AuditArea}; anything else is all of them
   * @param person id of a member of staff
   * @param client id of a client
   * @param before the number of an entry; the page begins with the one before it
   * @param check {@code yes} to look at the whole chain, however long it is
   */
  @Get
  HttpResponse<?> trail(
      StaffActor actor,
      @Nullable @QueryValue String area,
      @Nullable @QueryValue String person,
      @Nullable @QueryValue String client,
      @Nullable @QueryValue Long before,
      @Nullable @QueryValue String check) {
    if (!mayRead(actor)) return Answers.nothing();
    var filter = AuditSearch.of(area, person, client);
    long from = before == null || before < 1 ? 0 : before;
    return Answers.page("audit/audit", trails.page(actor, filter, from, "yes".equals(check)));
  }

  @Get("/csv")
  @Produces({"text/csv", MediaType.TEXT_HTML})
  HttpResponse<?> csv(
      StaffActor actor,
      @Nullable @QueryValue String area,
      @Nullable @QueryValue String person,
      @Nullable @QueryValue String client) {
    if (!mayRead(actor)) return Answers.nothing();
    String sheet = trails.csv(actor, AuditSearch.of(area, person, client));
    return HttpResponse.ok(sheet.getBytes(StandardCharsets.UTF_8))
        .contentType(MediaType.of("text/csv; charset=utf-8"))
        .header("Content-Disposition", "attachment; filename=\"audit-trail.csv\"");
  }

  private static boolean mayRead(StaffActor actor) {
    return actor.is(Role.ADMIN) || actor.is(Role.AUDITOR);
  }
}
