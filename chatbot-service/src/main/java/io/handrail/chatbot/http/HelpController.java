package io.handrail.chatbot.http;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.clinic.Clinic;
import io.handrail.chatbot.http.CrisisTable.Region;
import io.handrail.web.page.Languages;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
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
import io.micronaut.views.ModelAndView;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Help now: for anyone, signed in or not, and whatever else is broken. Nothing on it is personal,
 * so a browser may keep it and show it offline.
 */
@Controller("/help-now")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class HelpController {
  private final Shelves shelves;
  private final CrisisTable numbers;
  private final Languages languages;

  HelpController(Shelves shelves, CrisisTable numbers, Languages languages) {
    this.shelves = shelves;
    this.numbers = numbers;
    this.languages = languages;
  }

  /** The page. */
  public record Page(Region region, List<Region> others) {}

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<?> help(
      HttpRequest<?> request, @Nullable ClientActor who, @Nullable @QueryValue String region) {
    Optional<ClientActor> actor = Optional.ofNullable(who);
    String language = language(request, actor);
    Region here =
        numbers.region(
            Optional.ofNullable(region)
                .or(() -> clinicRegion(actor))
                .or(() -> browserRegion(request))
                .orElse(""),
            language);
    var frame = new Frame(language, ZoneOffset.UTC, "", 0, "", false);
    return HttpResponse.ok(
        new ModelAndView<>(
            "client/help", new Shown<>(frame, new Page(here, numbers.others(here, language)))));
  }

  private String language(HttpRequest<?> request, Optional<ClientActor> actor) {
    try {
      return actor
          .flatMap(a -> shelves.clients().get(a.id()))
          .map(client -> client.language().equals("es") ? "es" : "en")
          .orElseGet(() -> languages.of(null, request));
    } catch (RuntimeException e) {
      return languages.of(null, request); // this page answers when the store does not
    }
  }

  private Optional<String> clinicRegion(Optional<ClientActor> actor) {
    try {
      return actor.flatMap(a -> shelves.clinics().get(a.clinic())).map(Clinic::region);
    } catch (RuntimeException e) {
      return Optional.empty(); // this page answers when the store does not
    }
  }

  private static Optional<String> browserRegion(HttpRequest<?> request) {
    return request.getLocale().map(Locale::getCountry).filter(code -> !code.isEmpty());
  }
}
