package io.handrail.portal.clinic;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Clinic;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.Rota;
import io.handrail.care.clinic.StaffId;
import io.handrail.portal.Answers;
import io.handrail.portal.Notice;
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
import java.util.Map;
import java.util.Set;

/** Where an administrator says who is told when a flag is not answered, and when. */
@Controller("/clinic/alerts")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class RotaController {
  private static final String VIEW = "clinic/clinic";

  private final Shelves shelves;
  private final Register register;

  RotaController(Shelves shelves, Register register) {
    this.shelves = shelves;
    this.register = register;
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> store(StaffActor actor, @Body RotaForm form) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    Set<StaffId> clinicians = register.clinicians(actor).keySet();
    Map<String, String> problems = form.problems(clinicians);
    if (!problems.isEmpty()) {
      Notice notice = Notice.problem("Nothing is stored yet. Please look at the marked fields.");
      return Answers.again(VIEW, register.page(actor, notice, form, problems));
    }
    Rota wanted = form.rota(clinicians);
    Clinic stored =
        shelves
            .clinics()
            .change(
                actor.clinic(),
                clinic ->
                    RotaForm.text(clinic.rota()).equals(form.seen())
                        ? clinic.withRota(wanted)
                        : clinic);
    if (!stored.rota().equals(wanted)) {
      Notice notice =
          Notice.conflict(
              "A colleague changed this meanwhile. Theirs stands and is shown below; yours was"
                  + " not stored.",
              "",
              "");
      return Answers.conflict(VIEW, register.page(actor, 1, "", notice));
    }
    return Answers.to("/clinic?done=alerts#alerts");
  }
}
