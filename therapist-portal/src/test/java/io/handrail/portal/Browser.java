package io.handrail.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Sends what a browser's form sends, keeps cookies, and follows nothing by itself. */
final class Browser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String base;
  private final Map<String, String> cookies = new TreeMap<>();

  Browser(String base) {
    this.base = base;
  }

  HttpResponse<String> get(String path) {
    return send(request(path).header("Accept", "text/html").GET());
  }

  /** A document. */
  byte[] bytes(String path) {
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(
              request(path).header("Accept", "text/html,application/pdf").GET().build(),
              BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) throw new AssertionError("status " + answer.statusCode());
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> json(String path) {
    return send(request(path).header("Accept", "application/json").GET());
  }

  /**
   * @param fields names and values in turn; a name may come more than once
   */
  HttpResponse<String> post(String path, String... fields) {
    String body =
        IntStream.range(0, fields.length / 2)
            .mapToObj(i -> encode(fields[2 * i]) + "=" + encode(fields[2 * i + 1]))
            .collect(Collectors.joining("&"));
    return send(
        request(path)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", base)
            .header("Sec-Fetch-Site", "same-origin")
            .header("Sec-Fetch-Mode", "navigate")
            .POST(BodyPublishers.ofString(body)));
  }

  /** As {@link #post}, then follows the redirect. */
  HttpResponse<String> submit(String path, String... fields) {
    HttpResponse<String> answer = post(path, fields);
    if (answer.statusCode() != 303) {
      throw new AssertionError("expected a redirect, got " + answer.statusCode() + answer.body());
    }
    URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
    String query = to.getRawQuery() == null ? "" : "?" + to.getRawQuery();
    return get(to.getRawPath() + query);
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(base + path));
    String jar =
        cookies.entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return jar.isEmpty() ? request : request.header("Cookie", jar);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
      for (String cookie : answer.headers().allValues("Set-Cookie")) {
        String pair = cookie.split(";")[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
