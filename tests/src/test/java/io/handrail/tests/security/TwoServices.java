package io.handrail.tests.security;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.Role;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.tests.stage.Device;
import io.handrail.tests.stage.MadeUpClinic;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/**
 * Both services in this process, on a store in memory, with one client who left something of every
 * kind.
 */
abstract class TwoServices {
  static final String CANARY = "marzipan lighthouse";
  static final String TASK_CANARY = "walk the velvet canal";
  private static Path data;
  static StoredShelves shelves;
  static ApplicationContext chat;
  static ApplicationContext portal;
  static String chatUrl;
  static String portalUrl;
  static final Map<String, SignIn> PEOPLE = new HashMap<>();
  static ClientId victim;
  static String flag;
  static String run;
  static String homework;
  static String before;

  @BeforeAll
  static void open() throws IOException {
    homework = null;
    PEOPLE.clear();
    data = Files.createTempDirectory("handrail-two-services");
    shelves = StoredShelves.inMemory();
    enrol();
    var settings = new Settings(Product.home(), data, 0, 0, Optional.empty(), Clock.systemUTC());
    chat = Contexts.builder("chatbot", 0, settings, shelves).start();
    portal = Contexts.builder("portal", 0, settings, shelves).start();
    chatUrl = "http://localhost:" + chat.getBean(EmbeddedServer.class).start().getPort();
    portalUrl = "http://localhost:" + portal.getBean(EmbeddedServer.class).start().getPort();
    live();
    before = picture(shelves);
  }

  @AfterAll
  static void close() {
    if (portal != null) portal.stop();
    if (chat != null) chat.stop();
    if (shelves != null) shelves.close();
  }

  static void enrol() {
    var north = new MadeUpClinic(shelves, "north");
    PEOPLE.put("own clinician", north.staff("owner", Role.CLINICIAN));
    PEOPLE.put("colleague", north.staff("colleague", Role.CLINICIAN));
    PEOPLE.put("supervisor", north.staff("supervisor", Role.SUPERVISOR));
    PEOPLE.put("auditor", north.staff("auditor", Role.AUDITOR));
    PEOPLE.put("admin", north.staff("boss", Role.ADMIN));
    PEOPLE.put("victim", north.client("victim", "owner", false));
    PEOPLE.put("fellow client", north.client("fellow", "owner", false));
    var south = new MadeUpClinic(shelves, "south");
    PEOPLE.put("foreign clinician", south.staff("foreigner", Role.CLINICIAN));
    PEOPLE.put("foreign admin", south.staff("farboss", Role.ADMIN));
    PEOPLE.put("foreign client", south.client("stranger", "foreigner", false));
    victim = north.clientId("victim");
  }

  /** The victim leaves something of every kind: words, a worksheet, homework, a flag, a hold. */
  static void live() {
    try (Device device = Device.signedIn(chatUrl, PEOPLE.get("victim"))) {
      device.tap("start:thought_record");
      device.say("On Tuesday at noon I saw the " + CANARY + " and cried");
      for (int i = 0; i < 30 && homework == null; i++) {
        String step = step(device);
        switch (step) {
          case "thoughts" -> device.say("The " + CANARY + " is my fault");
          case "homework" -> device.tap("pick:change");
          case "homework_own" -> device.say(TASK_CANARY);
          case "homework_when" -> device.say("Wednesday after dinner");
          default -> device.tap("skip");
        }
        homework = shelves.homework().get(victim).map(b -> b.items().getFirst().id()).orElse(null);
      }
      device.say("I want to kill myself at the " + CANARY);
    }
    run = shelves.exerciseIndex().get(victim).orElseThrow().entries().getFirst().run();
    flag = shelves.riskQueues().get(victim.clinic()).orElseThrow().of(victim).getFirst().flag();
  }

  static String step(Device device) {
    return device.get("/chat").body().replaceAll("(?s).*data-step=\"([a-z_]*)\".*", "$1");
  }

  /** Everything of the victim's that somebody could have changed. */
  static String picture(Shelves from) {
    return String.join(
        "\n",
        from.turns().between(victim, 1, 1000).toString(),
        from.plans().get(victim).toString(),
        from.homework().get(victim).toString(),
        from.consents().get(victim).toString(),
        from.clients().get(victim).toString(),
        from.risk().get(new OfClient<>(victim, flag)).toString(),
        from.riskQueues().get(victim.clinic()).toString(),
        from.exercises().get(new OfClient<>(victim, run)).toString());
  }

  static ClientId clientId(String name) {
    return new ClientId(victim.clinic(), name);
  }

  /** A route: method and template. */
  record Route(String method, String template) {
    boolean streams() {
      return template.equals("/chat/events");
    }
  }

  static List<Route> routes(ApplicationContext context) {
    return context
        .getBean(Router.class)
        .uriRoutes()
        .map(r -> new Route(r.getHttpMethodName(), template(r)))
        .filter(r -> !r.method().equals("HEAD") && !r.method().equals("OPTIONS"))
        .distinct()
        .toList();
  }

  static String template(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }
}
