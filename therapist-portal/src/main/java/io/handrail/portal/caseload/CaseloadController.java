package io.handrail.portal.caseload;

import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Role;
import io.handrail.portal.Answers;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Set;

/** The first page of a clinician's day. */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class CaseloadController {
  private final Cases cases;

  CaseloadController(Cases cases) {
    this.cases = cases;
  }

  @Get("/")
  HttpResponse<?> home(StaffActor actor) {
    boolean onlyAdmin = actor.is(Role.ADMIN) && !actor.is(Role.CLINICIAN);
    boolean onlySupervisor = actor.is(Role.SUPERVISOR) && !actor.is(Role.CLINICIAN);
    if (onlySupervisor && !onlyAdmin) return Answers.to("/team");
    if (actor.roles().equals(Set.of(Role.AUDITOR))) return Answers.to("/audit");
    return Answers.to(onlyAdmin ? "/clinic" : "/caseload");
  }

  @Get("/caseload")
  HttpResponse<?> caseload(StaffActor actor) {
    if (!actor.is(Role.CLINICIAN)) return Answers.nothing();
    return Answers.page("caseload/caseload", cases.of(actor));
  }
}
