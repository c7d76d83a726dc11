package io.handrail.portal.clinic;

import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Role;
import io.handrail.portal.Answers;
import io.handrail.portal.Notice;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;

/** Where an administrator enrols several people from a spreadsheet. */
@Controller("/clinic/import")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ImportController {
  private static final String VIEW = "clinic/import";

  private final Enrolling enrolling;
  private final Newcomers newcomers;

  ImportController(Enrolling enrolling, Newcomers newcomers) {
    this.enrolling = enrolling;
    this.newcomers = newcomers;
  }

  @Get
  HttpResponse<?> form(StaffActor actor) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    return Answers.page(VIEW, enrolling.page(actor, ImportForm.empty(), List.of(), Notice.NONE));
  }

  /** Shows what each row would do. Nobody is enrolled by it. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> look(StaffActor actor, @Body ImportForm form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    ImportPage page = enrolling.looked(actor, form);
    return page.ready() ? Answers.page(VIEW, page) : Answers.again(VIEW, page);
  }

  /** Enrols everyone; the answer is the page itself, because codes are shown this once. */
  @Post("/enrol")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> enrol(StaffActor actor, @Body ImportForm form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    ImportPage page = enrolling.looked(actor, form);
    if (!page.ready() && !newcomers.allKnown(actor, form.ids())) return Answers.again(VIEW, page);
    return Answers.page(
        "clinic/imported", enrolling.enrolled(actor, page, one -> newcomers.of(actor, one)));
  }
}
