package io.handrail.tests.acceptance;

import io.handrail.care.Shelves;
import io.handrail.care.StoreFault;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.clinic.StaffId;
import io.handrail.care.mongo.StoredShelves;
import io.handrail.chatbot.demo.DemoClinic;
import io.handrail.tests.stage.Interposed;
import io.handrail.tests.stage.Product;
import io.handrail.tests.stage.SignIn;
import io.handrail.web.session.Accounts;
import io.handrail.web.session.Passwords;
import io.handrail.web.up.Contexts;
import io.handrail.web.up.HouseOpened;
import io.handrail.web.up.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.web.router.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Both services in this process over a store in memory, with the demo clinic in it and a clock that
 * a story can put forward: what ends by itself is seen to end. The routes can be asked for, too.
 */
final class OneRoof implements AutoCloseable {
  static final ClinicId CLINIC = new ClinicId("riverside");

  private final Ahead clock = new Ahead();
  private final StoredShelves shelves = StoredShelves.inMemory();
  private final ApplicationContext chat;
  private final ApplicationContext portal;
  private final Settings settings;
  private final List<SignIn> signIns;
  private volatile boolean answers = true;

  private OneRoof() {
    settings = new Settings(Product.home(), data(), 0, 0, Optional.empty(), clock);
    signIns = sow();
    chat = started("chatbot", settings);
    portal = started("portal", settings);
  }

  /** What the first start does, and every start after it. */
  List<SignIn> sow() {
    return new DemoClinic()
        .sow(settings, shelves, new Accounts(shelves, new Passwords(), clock)).stream()
            .map(s -> new SignIn(s.role(), s.name(), s.user(), s.password()))
            .toList();
  }

  static OneRoof open() {
    return new OneRoof();
  }

  private static java.nio.file.Path data() {
    try {
      return Files.createTempDirectory("handrail-one-roof");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ApplicationContext started(String service, Settings settings) {
    ApplicationContext context =
        Contexts.builder(service, 0, settings, Interposed.store(shelves, this::met)).start();
    context.getBean(EmbeddedServer.class).start();
    context.getEventPublisher(HouseOpened.class).publishEvent(new HouseOpened());
    return context;
  }

  private static String address(ApplicationContext context) {
    return "http://localhost:" + context.getBean(EmbeddedServer.class).getPort();
  }

  String chat() {
    return address(chat);
  }

  String portal() {
    return address(portal);
  }

  Shelves shelves() {
    return shelves;
  }

  /** Lets the store answer, or not. */
  void store(boolean answers) {
    this.answers = answers;
  }

  private Object met(Interposed.Access access) {
    if (!answers) throw new StoreFault(StoreFault.Category.UNREACHABLE, "nobody answers");
    return access.through();
  }

  Accounts accounts() {
    return chat.getBean(Accounts.class);
  }

  /** The templates of everything that can be got, for example {@code /clients/{id}/log}. */
  static List<String> got(ApplicationContext context) {
    return context
        .getBean(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethodName().equals("GET"))
        .map(route -> route.getUriMatchTemplate().toPathString())
        .map(path -> path.length() > 1 ? path.replaceAll("/$", "") : path)
        .distinct()
        .sorted()
        .toList();
  }

  List<String> chatRoutes() {
    return got(chat);
  }

  List<String> portalRoutes() {
    return got(portal);
  }

  SignIn who(String user) {
    return signIns.stream().filter(s -> s.user().equals(user)).findFirst().orElseThrow();
  }

  ClientId client(String name) {
    return new ClientId(CLINIC, name);
  }

  StaffId staff(String name) {
    return new StaffId(CLINIC, name);
  }

  Instant now() {
    return clock.instant();
  }

  /** Lets time pass for both services. */
  void later(Duration passed) {
    clock.ahead = clock.ahead.plus(passed);
  }

  @Override
  public void close() {
    portal.stop();
    chat.stop();
    shelves.close();
  }

  /** The clock on the wall, put forward. */
  private static final class Ahead extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
      return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
