package io.handrail.web;

import io.handrail.care.access.Actor;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.View;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Rooms of a house that stands for tests only. */
@Controller("/rooms")
@Produces(MediaType.ALL)
@Secured(SecurityRule.IS_AUTHENTICATED)
class Rooms {
  record Said(String text) {}

  record Shown(Optional<String> some, Optional<String> none, String said, Instant at) {}

  @Get("/client")
  String client(ClientActor who) {
    return who.id().toString();
  }

  @Get("/staff")
  String staff(StaffActor who) {
    return who.id().toString();
  }

  @Get("/admins")
  @Secured("ADMIN")
  String admins(StaffActor who) {
    return "admins";
  }

  @Post("/say")
  @Consumes({MediaType.APPLICATION_FORM_URLENCODED, MediaType.APPLICATION_JSON})
  String say(ClientActor who, @Body Map<String, Object> said) {
    return "said " + said.get("text");
  }

  @Get("/anyone")
  @Secured(SecurityRule.IS_ANONYMOUS)
  String anyone(@Nullable ClientActor who, @Nullable Actor also) {
    return (who == null ? "nobody" : who.toString()) + (also == null ? "" : " and known");
  }

  @Get("/breaks")
  @Secured(SecurityRule.IS_ANONYMOUS)
  String breaks() {
    throw new IllegalStateException("CANARY-4711 of a client");
  }

  @Get("/page")
  @Produces(MediaType.TEXT_HTML)
  @Secured(SecurityRule.IS_ANONYMOUS)
  @View("room")
  Shown page() {
    return new Shown(
        Optional.of("here"),
        Optional.empty(),
        "<script>alert(1)</script>",
        Instant.parse("2026-03-02T09:05:00Z"));
  }

  @Get("/broken-page")
  @Produces(MediaType.TEXT_HTML)
  @Secured(SecurityRule.IS_ANONYMOUS)
  @View("broken")
  Said brokenPage() {
    return new Said("CANARY-4712");
  }

  @Get("/unlisted")
  String unlisted() {
    return "only for the signed in";
  }
}
