package io.handrail.web;

import io.handrail.care.Shelves;
import io.handrail.care.access.Actor;
import io.handrail.care.access.Actor.ClientActor;
import io.handrail.care.access.Actor.StaffActor;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.Role;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.web.session.Accounts;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Services on random ports over one memory store, with a clock moved by hand. */
public final class House implements AutoCloseable {
  public static final String PASSWORD = "lantern pebble orchard tide";
  public static final ClinicId CLINIC = new ClinicId("willow");
  public static final Actor ANA = new ClientActor(new ClientId(CLINIC, "ana"));
  public static final Actor BEN =
      new StaffActor(new StaffId(CLINIC, "ben"), Set.of(Role.CLINICIAN));
  public final HandClock clock = new HandClock();
  public final Shelves shelves = StoredShelves.inMemory();
  public final Settings settings;
  private final java.util.List<ApplicationContext> contexts = new java.util.ArrayList<>();

  public House() {
    try {
      Path data = Files.createTempDirectory("handrail-web");
      settings = new Settings(data, data, 0, 0, Optional.empty(), clock);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public ApplicationContext service(String name, Map<String, Object> more) {
    var context = Contexts.builder(name, 0, settings, shelves).properties(more).start();
    contexts.add(context);
    context.getBean(EmbeddedServer.class).start();
    return context;
  }

  public ApplicationContext service(String name) {
    return service(name, Map.of());
  }

  public static Browser browser(ApplicationContext service) {
    return new Browser("http://localhost:" + service.getBean(EmbeddedServer.class).getPort());
  }

  public void account(ApplicationContext service, String name, Actor actor) {
    service.getBean(Accounts.class).create(name, PASSWORD, actor);
  }

  @Override
  public void close() {
    contexts.forEach(ApplicationContext::stop);
  }
}
