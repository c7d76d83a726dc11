package io.handrail.portal.clinic;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Role;
import io.handrail.portal.Answers;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;

/** Where an administrator says whether a model may word briefs. */
@Controller("/clinic/models")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ModelRuleController {
  private final Shelves shelves;

  ModelRuleController(Shelves shelves) {
    this.shelves = shelves;
  }

  /**
   * @param briefs {@code yes}; anything else is no
   */
  @Serdeable
  record Rule(@Nullable String briefs) {}

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> store(StaffActor actor, @Body Rule form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    boolean may = "yes".equals(form.briefs());
    shelves.clinics().change(actor.clinic(), clinic -> clinic.wordingBriefs(may));
    return Answers.to("/clinic?done=models#models");
  }
}
