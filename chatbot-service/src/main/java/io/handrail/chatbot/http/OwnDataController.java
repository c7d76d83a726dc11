package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.care.record.erasure.Eraser;
import io.handrail.care.record.takeout.CopyOrder.Addressee;
import io.handrail.web.fault.Faults;
import io.handrail.web.takeout.CopyFile;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** The client's own data: a copy of all of it, and the wish that it be erased. */
@Controller("/about")
@Secured("CLIENT")
@ExecuteOn(TaskExecutors.BLOCKING)
class OwnDataController {
  private final Visits visits;
  private final Shelves shelves;
  private final CopyFile copies;
  private final Eraser eraser;
  private final AuditTrail trail;
  private final Faults faults;
  private final Clock clock;

  OwnDataController(
      Visits visits,
      Shelves shelves,
      CopyFile copies,
      AuditTrail trail,
      Faults faults,
      Clock clock) {
    this.visits = visits;
    this.shelves = shelves;
    this.copies = copies;
    this.eraser = new Eraser(shelves, trail, clock);
    this.trail = trail;
    this.faults = faults;
    this.clock = clock;
  }

  @Get("/copy")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  HttpResponse<?> copy(HttpRequest<?> request, ClientActor actor) {
    Optional<Visit> visit = visits.of(actor);
    if (visit.isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    // Written down first: what was handed over cannot be taken back.
    trail.write(actor.clinic(), AuditDeed.own(AuditKind.COPY_TAKEN, actor.id()));
    var answer = copies.answer(visit.get().client());
    if (shelves.copyOrders().get(actor.id()).isPresent()) {
      Instant now = clock.instant();
      shelves
          .copyOrders()
          .change(actor.id(), order -> order.waitsFor(Addressee.CLIENT) ? order.taken(now) : order);
    }
    return answer;
  }

  @Post("/erase")
  @Consumes(MediaType.ALL)
  HttpResponse<?> erase(HttpRequest<?> request, ClientActor actor) {
    if (visits.of(actor).isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    eraser.ask(actor.id(), Optional.empty());
    return HttpResponse.seeOther(URI.create("/about#own"));
  }

  @Post("/erase/withdraw")
  @Consumes(MediaType.ALL)
  HttpResponse<?> keep(HttpRequest<?> request, ClientActor actor) {
    if (visits.of(actor).isEmpty()) return faults.answer(request, HttpStatus.NOT_FOUND);
    eraser.withdraw(actor.id(), Optional.empty());
    return HttpResponse.seeOther(URI.create("/about#own"));
  }
}
