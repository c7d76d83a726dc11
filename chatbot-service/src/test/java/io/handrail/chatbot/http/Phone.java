package io.handrail.chatbot.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;

/** A client's device, as far as HTTP sees it. It follows no redirect by itself. */
final class Phone {
  private final HttpClient http =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  private final String base;

  Phone(String base) {
    this.base = base;
  }

  HttpResponse<String> get(String path, String... headers) {
    return send(headers(request(path), "text/html", headers).GET().build());
  }

  /** A form, as name, value, name, value. */
  HttpResponse<String> post(String path, String... form) {
    var body = new StringBuilder();
    for (int i = 0; i < form.length; i += 2) {
      if (i > 0) body.append('&');
      body.append(form[i])
          .append('=')
          .append(URLEncoder.encode(form[i + 1], StandardCharsets.UTF_8));
    }
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body.toString()))
            .build());
  }

  HttpResponse<String> json(String path, String body, String accept) {
    return send(
        request(path)
            .header("Accept", accept)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** An open stream of lines. */
  HttpResponse<Stream<String>> listen(String path, String... headers) {
    try {
      return http.send(
          headers(request(path), "text/event-stream", headers).GET().build(),
          BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(20));
  }

  private static HttpRequest.Builder headers(
      HttpRequest.Builder request, String accept, String... headers) {
    request.header("Accept", accept);
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
