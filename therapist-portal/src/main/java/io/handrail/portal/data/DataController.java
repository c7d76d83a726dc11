package io.handrail.portal.data;

import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.Client;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.record.audit.AuditDeed;
import io.handrail.care.record.audit.AuditKind;
import io.handrail.care.record.audit.AuditTrail;
import io.handrail.care.record.erasure.Eraser;
import io.handrail.care.record.takeout.CopyOrder.Addressee;
import io.handrail.portal.Answers;
import io.handrail.portal.Notice;
import io.handrail.web.paper.Paper;
import io.handrail.web.takeout.CopyFile;
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
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * A client's data. The clinician, who reads it anyway, may take a copy along; an administrator can
 * only have one made for the client or the clinician. Either may pass on the wish for erasure, and
 * another of them confirms it.
 */
@Controller
@Secured(SecurityRule.IS_AUTHENTICATED)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class DataController {
  private static final String VIEW = "data/data";
  private static final String RECEIPT = "data/receipt";
  private static final String CARE = "/clients/{id}/data";
  private static final String OFFICE = "/clinic/clients/{id}/data";
  private final DataDesk desk;
  private final Eraser eraser;
  private final CopyFile copies;
  private final AuditTrail trail;
  private final Paper paper;

  DataController(DataDesk desk, Eraser eraser, CopyFile copies, AuditTrail trail, Paper paper) {
    this.desk = desk;
    this.eraser = eraser;
    this.copies = copies;
    this.trail = trail;
    this.paper = paper;
  }

  @Get(CARE)
  HttpResponse<?> care(StaffActor actor, String id, @Nullable @QueryValue String done) {
    return page(actor, false, id, done);
  }

  @Get(OFFICE)
  HttpResponse<?> office(StaffActor actor, String id, @Nullable @QueryValue String done) {
    return page(actor, true, id, done);
  }

  private HttpResponse<?> page(StaffActor actor, boolean office, String id, @Nullable String done) {
    Notice notice =
        switch (done) {
          case "ordered" ->
              Notice.done("Ordered. It is made when they fetch it, and you do not get to see it.");
          case "asked" -> Notice.done("Written down. A second person confirms it.");
          case "withdrawn" -> Notice.done("Taken back. Nothing was erased.");
          case null, default -> Notice.NONE;
        };
    return desk.open(actor, office, id)
        .<HttpResponse<?>>map(
            client -> Answers.page(VIEW, desk.page(actor, client, office, notice)))
        .orElseGet(Answers::nothing);
  }

  @Get(CARE + "/copy")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  HttpResponse<?> copy(StaffActor actor, String id) {
    Optional<Client> client = desk.open(actor, false, id);
    if (client.isEmpty()) return Answers.nothing();
    // Written down first: what was handed over cannot be taken back.
    trail.write(
        actor.clinic(), AuditDeed.about(AuditKind.COPY_TAKEN, actor.id(), client.get().id()));
    var answer = copies.answer(client.get());
    desk.taken(client.get());
    return answer;
  }

  /**
   * @param to {@code client} or {@code clinician}
   */
  @Serdeable
  record Order(@Nullable String to) {}

  @Post(OFFICE + "/order")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> order(StaffActor actor, String id, @Body Order form) {
    Optional<Client> client = desk.open(actor, true, id);
    if (client.isEmpty()) return Answers.nothing();
    boolean toClient = "client".equals(form.to());
    boolean toClinician = "clinician".equals(form.to()) && client.get().clinician().isPresent();
    if (!toClient && !toClinician) {
      Notice notice = Notice.problem("Choose for whom the copy is.");
      return Answers.again(VIEW, desk.page(actor, client.get(), true, notice));
    }
    desk.order(actor, client.get(), toClient ? Addressee.CLIENT : Addressee.CLINICIAN);
    trail.write(
        actor.clinic(), AuditDeed.about(AuditKind.COPY_ORDERED, actor.id(), client.get().id()));
    return Answers.to(DataDesk.base(true, id) + "?done=ordered");
  }

  @Post(CARE + "/erasure")
  @Consumes(MediaType.ALL)
  HttpResponse<?> askInCare(StaffActor actor, String id) {
    return done(actor, false, id, eraser::ask, "asked");
  }

  @Post(OFFICE + "/erasure")
  @Consumes(MediaType.ALL)
  HttpResponse<?> askInOffice(StaffActor actor, String id) {
    return done(actor, true, id, eraser::ask, "asked");
  }

  @Post(CARE + "/erasure/withdraw")
  @Consumes(MediaType.ALL)
  HttpResponse<?> withdrawInCare(StaffActor actor, String id) {
    return done(actor, false, id, eraser::withdraw, "withdrawn");
  }

  @Post(OFFICE + "/erasure/withdraw")
  @Consumes(MediaType.ALL)
  HttpResponse<?> withdrawInOffice(StaffActor actor, String id) {
    return done(actor, true, id, eraser::withdraw, "withdrawn");
  }

  private HttpResponse<?> done(
      StaffActor actor,
      boolean office,
      String id,
      BiConsumer<ClientId, Optional<StaffId>> act,
      String said) {
    Optional<Client> client = desk.open(actor, office, id);
    if (client.isEmpty()) return Answers.nothing();
    act.accept(client.get().id(), Optional.of(actor.id()));
    return Answers.to(DataDesk.base(office, id) + "?done=" + said);
  }

  /**
   * @param sure the client's name, typed, so that nobody confirms the wrong one
   */
  @Serdeable
  record Confirmation(@Nullable String sure) {}

  @Post(CARE + "/erasure/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirmInCare(StaffActor actor, String id, @Body Confirmation form) {
    return confirm(actor, false, id, form);
  }

  @Post(OFFICE + "/erasure/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> confirmInOffice(StaffActor actor, String id, @Body Confirmation form) {
    return confirm(actor, true, id, form);
  }

  private HttpResponse<?> confirm(StaffActor actor, boolean office, String id, Confirmation form) {
    Optional<Client> client = desk.open(actor, office, id);
    if (client.isEmpty()) return Answers.nothing();
    String typed = form.sure() == null ? "" : form.sure().strip();
    if (!typed.equalsIgnoreCase(client.get().name().strip())) {
      Notice notice =
          Notice.problem("Type the client’s name as it stands above. Nothing was erased.");
      return Answers.again(VIEW, desk.page(actor, client.get(), office, notice));
    }
    return switch (eraser.confirm(client.get().id(), actor.id())) {
      case Eraser.Result.Erased erased -> Answers.page(RECEIPT, desk.page(actor, erased.receipt()));
      case Eraser.Result.FlagsOpen open ->
          refused(
              actor,
              office,
              client.get(),
              "A flag of this client is open, or their exercises are on hold. A person answers"
                  + " that first.");
      case Eraser.Result.NeedsAnother another ->
          refused(actor, office, client.get(), "Somebody else confirms what you asked for.");
      case Eraser.Result.NothingAsked nothing ->
          refused(actor, office, client.get(), "Nobody asks for this any more.");
      case Eraser.Result.Asked asked -> refused(actor, office, client.get(), "It still waits.");
      case Eraser.Result.Withdrawn withdrawn ->
          refused(actor, office, client.get(), "The wish was taken back.");
    };
  }

  private HttpResponse<?> refused(StaffActor actor, boolean office, Client client, String said) {
    return Answers.again(VIEW, desk.page(actor, client, office, Notice.problem(said)));
  }

  @Get("/clinic/erasures")
  HttpResponse<?> erasures(StaffActor actor) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    return Answers.page("data/erasures", desk.erasures(actor));
  }

  @Get("/clinic/erasures/{client}")
  HttpResponse<?> receipt(StaffActor actor, String client) {
    return desk.receipt(actor, client)
        .<HttpResponse<?>>map(page -> Answers.page(RECEIPT, page))
        .orElseGet(Answers::nothing);
  }

  @Get("/clinic/erasures/{client}/pdf")
  @Produces({MediaType.APPLICATION_PDF, MediaType.TEXT_HTML})
  HttpResponse<?> receiptOnPaper(StaffActor actor, String client) {
    return desk.receipt(actor, client)
        .<HttpResponse<?>>map(
            page -> Answers.pdf("erasure-" + client, paper.pdf("data/receipt-paper", page)))
        .orElseGet(Answers::nothing);
  }

  /** A crash cut it short: what is left is destroyed now. */
  @Post("/clinic/erasures/{client}/finish")
  @Consumes(MediaType.ALL)
  HttpResponse<?> finish(StaffActor actor, String client) {
    if (!actor.is(Role.ADMIN)) return Answers.nothing();
    try {
      var id = actor.client(client);
      if (eraser.of(id).filter(e -> !e.waiting() && !e.done()).isEmpty()) return Answers.nothing();
      eraser.confirm(id, actor.id());
      return Answers.to("/clinic/erasures/" + client);
    } catch (IllegalArgumentException e) {
      return Answers.nothing(); // no id has this shape
    }
  }
}
