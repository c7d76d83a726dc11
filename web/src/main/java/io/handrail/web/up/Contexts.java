package io.handrail.web.up;

import io.handrail.care.Shelves;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Micronaut context of one service. Both run in one JVM on one class path; each sees its own
 * beans because its property {@code handrail.service} opens its own packages alone.
 */
public final class Contexts {
  private static final Duration DRAIN_MAX = Duration.ofSeconds(8);

  private Contexts() {}

  /** A context that is not started yet; tests add to it. */
  public static ApplicationContextBuilder builder(
      String service, int port, Settings settings, Shelves shelves) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .banner(false)
        .properties(
            Map.of(
                "handrail.service",
                service,
                "micronaut.application.name",
                "handrail-" + service,
                "micronaut.server.port",
                port == 0 ? -1 : port))
        .singletons(settings, settings.clock(), shelves);
  }

  /** Starts a context and its server. */
  public static Service.Running start(
      String service, int port, Settings settings, Shelves shelves) {
    ApplicationContext context = builder(service, port, settings, shelves).start();
    try {
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      return new Started(context, server);
    } catch (RuntimeException e) {
      context.stop();
      throw e;
    }
  }

  private record Started(ApplicationContext context, EmbeddedServer server)
      implements Service.Running {
    @Override
    public String url() {
      return "http://localhost:" + server.getPort();
    }

    @Override
    public void opened() {
      context.getEventPublisher(HouseOpened.class).publishEvent(new HouseOpened());
    }

    @Override
    public void stop() {
      try {
        context
            .getBean(GracefulShutdownManager.class)
            .shutdownGracefully()
            .toCompletableFuture()
            .get(DRAIN_MAX.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } catch (java.util.concurrent.ExecutionException
          | java.util.concurrent.TimeoutException
          | RuntimeException e) {
        // A stream that will not end in time is cut; its turn is stored and the client resumes it.
      } finally {
        context.stop();
      }
    }
  }
}
