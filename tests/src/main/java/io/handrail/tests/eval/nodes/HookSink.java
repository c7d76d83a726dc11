package io.handrail.tests.eval.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A receiver of webhooks that takes only what is signed as docs/operations.md says. */
final class HookSink implements AutoCloseable {
  static final String SECRET = "a secret that both ends know";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int BAD_REQUEST = 400;
  private static final int TAKEN = 204;
  private final HttpServer server;
  private final Consumer<Received> taken;

  /**
   * @param taken called with each letter before the sender is told that it was taken
   */
  HookSink(Consumer<Received> taken) {
    this.taken = taken;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/alerts", this::serve);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/alerts";
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String stamp = exchange.getRequestHeaders().getFirst("Handrail-Timestamp");
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      JsonNode said = JSON.readTree(body);
      boolean sound =
          signature(stamp + "." + body)
                  .equals(exchange.getRequestHeaders().getFirst("Handrail-Signature"))
              && said.path("id").asText().equals(key);
      if (sound) {
        taken.accept(new Received(key, said.path("flag").asText(), "webhook", Instant.now()));
      }
      exchange.sendResponseHeaders(sound ? TAKEN : BAD_REQUEST, -1);
    }
  }

  private static String signature(String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "v1=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
