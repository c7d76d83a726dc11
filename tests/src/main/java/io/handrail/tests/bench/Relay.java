package io.handrail.tests.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.Map;

/**
 * The bare relay as a process: forwards a model's stream and appends two records to a file. It is
 * the least that anything between a client and a model can do. {@code Relay MODEL_PORT FILE};
 * prints its port.
 */
public final class Relay {
  private Relay() {}

  public static void main(String[] words) {
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .banner(false)
            .properties(
                Map.of(
                    "micronaut.server.port",
                    -1,
                    "micronaut.server.host",
                    "127.0.0.1",
                    "handrail.relay.model",
                    words[0],
                    "handrail.relay.file",
                    words[1]))
            .start();
    EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    System.out.println(server.getPort());
  }
}
