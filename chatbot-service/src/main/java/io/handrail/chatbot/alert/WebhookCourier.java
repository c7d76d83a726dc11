package io.handrail.chatbot.alert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.handrail.care.alert.Channel;
import io.handrail.care.alert.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed HTTP POST to one address. {@code Handrail-Signature} is {@code v1=} and the HMAC-SHA256,
 * in hex, of the {@code Handrail-Timestamp} (seconds since 1970), a dot, and the body; {@code
 * Idempotency-Key} is the same for every repeat of one telling.
 */
final class WebhookCourier implements Courier {
  private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
  private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final URI address;
  private final byte[] secret;
  private final Clock clock;
  private final HttpClient http;

  WebhookCourier(URI address, String secret, Clock clock) {
    this.address = address;
    this.secret = secret.getBytes(StandardCharsets.UTF_8);
    this.clock = clock;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_MAX)
            .build();
  }

  @Override
  public Channel channel() {
    return Channel.WEBHOOK;
  }

  @Override
  public Optional<Fault> carry(Letter letter) {
    String body = body(letter);
    String timestamp = Long.toString(clock.instant().getEpochSecond());
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ANSWER_MAX)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", letter.key())
            .header("Handrail-Timestamp", timestamp)
            .header("Handrail-Signature", "v1=" + signature(secret, timestamp + "." + body))
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      int status = http.send(request, BodyHandlers.discarding()).statusCode();
      return status >= 200 && status < 300 ? Optional.empty() : Optional.of(Fault.REFUSED);
    } catch (HttpTimeoutException e) {
      return Optional.of(Fault.SLOW);
    } catch (IOException e) {
      return Optional.of(Fault.UNREACHABLE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(Fault.SLOW);
    }
  }

  private static String body(Letter letter) {
    Map<String, Object> said = new LinkedHashMap<>();
    said.put("id", letter.key());
    said.put("flag", letter.reference());
    said.put("clinic", letter.clinic().value());
    said.put("asks", Letter.asks(letter.level()));
    said.put("raised_at", letter.raisedAt().toString());
    said.put("round", letter.round());
    said.put("told", letter.rung().name().toLowerCase(Locale.ROOT));
    letter.link().ifPresent(link -> said.put("link", link.toString()));
    try {
      return JSON.writeValueAsString(said);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts and numbers can be written", e);
    }
  }

  static String signature(byte[] secret, String signed) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
