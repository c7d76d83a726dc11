package io.handrail.web.up;

import io.handrail.care.StoreFault;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code ./handrail up}: starts everything, says so once, and stops cleanly. */
public final class Up {
  private static final int STOP_SECONDS_MAX = 15;

  private Up() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("handrail.home", "")).toAbsolutePath();
    if (List.of(words).contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    try {
      run(Options.read(List.of(words), home), home, System.getenv());
    } catch (CannotStart e) {
      System.err.println("handrail: " + e.getMessage());
      System.exit(2);
    } catch (RuntimeException | Error e) {
      // Servers keep a process alive whose start has failed; nobody would see that it never came
      // up.
      LoggerFactory.getLogger(Up.class).error("the start failed", e);
      System.err.println("handrail: Handrail could not start: a fault of its own.");
      System.exit(1);
    }
  }

  private static void run(Options options, Path home, Map<String, String> environment) {
    var settings =
        new Settings(
            home,
            options.data(),
            options.chatPort(),
            options.portalPort(),
            Optional.ofNullable(environment.get("HANDRAIL_MONGODB_URI")).filter(u -> !u.isBlank()),
            Clock.systemUTC());
    Checks.folder(settings.data());
    boolean portal = options.only().map("portal"::equals).orElse(true);
    boolean chat = options.only().map("chatbot"::equals).orElse(true);
    if (chat) Checks.port(settings.chatPort(), "--chat-port");
    if (portal) Checks.port(settings.portalPort(), "--portal-port");
    Path log = settings.logs().resolve("handrail.log");
    if (!options.json()) System.setProperty("handrail.log", log.toString());

    House house = opened(settings, options, environment, log);
    stopWithProcess(house);
    if (options.rehearse()) {
      Rehearsal.walk(house);
      System.exit(0);
    }
    var ready = new Ready(house.urls(), house.signIns(), house.founding(), log.toString());
    System.out.println(options.json() ? ready.json(ProcessHandle.current().pid()) : ready.text());
    System.out.flush();
    if (options.json()) {
      // The line for programs keeps its form.
      house
          .founding()
          .ifPresent(url -> System.err.println("handrail: no clinic yet; found it at " + url));
    }
    try {
      new CountDownLatch(1).await(); // until a signal ends the process
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static House opened(
      Settings settings, Options options, Map<String, String> environment, Path log) {
    try {
      return House.open(settings, options, environment);
    } catch (RuntimeException e) {
      Logger logger = LoggerFactory.getLogger(Up.class);
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        switch (cause) {
          case CannotStart plain -> throw plain;
          case StoreFault fault -> throw new CannotStart(sentence(fault.getMessage()));
          case BindException taken ->
              throw new CannotStart(
                  "A port was taken while Handrail was starting. Start it again, or choose other"
                      + " ports with --chat-port and --portal-port.");
          default -> {
            // look deeper
          }
        }
      }
      logger.error("the start failed", e);
      throw new CannotStart(
          "Handrail could not start. "
              + (options.json()
                  ? "The lines above say where."
                  : "The log " + log + " says where."));
    }
  }

  private static String sentence(String text) {
    String whole = text.endsWith(".") ? text : text + ".";
    return Character.toUpperCase(whole.charAt(0)) + whole.substring(1);
  }

  private static void stopWithProcess(House house) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  Thread.ofPlatform().daemon().start(Up::endAnyway);
                  house.close();
                },
                "stopping"));
  }

  /** Everything that was acknowledged is on disk by now; waiting longer helps nobody. */
  private static void endAnyway() {
    try {
      Thread.sleep(STOP_SECONDS_MAX * 1000L);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
