package io.handrail.chatbot.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.handrail.care.alert.Fault;
import io.handrail.care.conversation.Level;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The signed webhook, against a server on this machine. */
class WebhookCourierTest {
  private static final String SECRET = "a secret of the clinic";

  private record Got(String key, String timestamp, String signature, String body) {}

  private final Clinic clinic = new Clinic();
  private final List<Got> got = new ArrayList<>();
  private volatile int status = 204;
  private volatile long slowMillis;
  private HttpServer server;

  @BeforeEach
  void up() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext(
        "/hook",
        exchange -> {
          var headers = exchange.getRequestHeaders();
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          got.add(
              new Got(
                  headers.getFirst("Idempotency-Key"),
                  headers.getFirst("Handrail-Timestamp"),
                  headers.getFirst("Handrail-Signature"),
                  body));
          try {
            Thread.sleep(slowMillis);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.getResponseHeaders().set("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void down() {
    server.stop(0);
  }

  private WebhookCourier courier() {
    var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
    return new WebhookCourier(address, SECRET, clinic.clock);
  }

  @Test
  void it_is_signed_over_time_and_body_and_holds_nothing_of_the_client() {
    clinic.raise(Level.CRISIS);
    clinic.node("a", courier()).pass();
    Got one = got.getFirst();
    byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
    String signed = WebhookCourier.signature(secret, one.timestamp() + "." + one.body());
    assertEquals("v1=" + signed, one.signature());
    assertEquals(Long.toString(clinic.clock.instant().getEpochSecond()), one.timestamp());
    assertTrue(one.body().contains("\"asks\":\"answer now\""));
    assertTrue(one.body().contains("\"link\":\"https://portal.example/risk\""));
    assertFalse(one.body().contains("amara"), one.body());
    assertFalse(one.body().contains(Clinic.WORDS), one.body());
  }

  @Test
  void a_known_signature_comes_out() {
    // RFC 4231, test case 2.
    String known = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
    byte[] key = "Jefe".getBytes(StandardCharsets.UTF_8);
    assertEquals(known, WebhookCourier.signature(key, "what do ya want for nothing?"));
  }

  @Test
  void an_error_is_tried_again_under_the_same_key() {
    status = 500;
    String flag = clinic.raise(Level.CRISIS);
    Deliverer node = clinic.node("a", courier());
    node.pass();
    assertEquals(Optional.of(Fault.REFUSED), clinic.delivery(flag).history().getLast().fault());
    status = 200;
    clinic.walk(node, Duration.ofMinutes(1));
    assertEquals(2, got.size());
    assertEquals(got.get(0).key(), got.get(1).key());
    assertTrue(clinic.delivery(flag).left());
  }

  @Test
  void a_redirect_is_not_followed() {
    status = 302;
    String flag = clinic.raise(Level.CRISIS);
    clinic.node("a", courier()).pass();
    assertEquals(Optional.of(Fault.REFUSED), clinic.delivery(flag).history().getLast().fault());
  }

  @Test
  void a_slow_end_is_given_up_on_and_told_later() {
    slowMillis = 3000;
    String flag = clinic.raise(Level.CRISIS);
    Deliverer node = clinic.node("a", new InTime(courier(), Duration.ofMillis(300)));
    node.pass();
    assertEquals(Optional.of(Fault.SLOW), clinic.delivery(flag).history().getLast().fault());
    slowMillis = 0;
    clinic.walk(node, Duration.ofMinutes(1));
    assertTrue(clinic.delivery(flag).left());
  }
}
