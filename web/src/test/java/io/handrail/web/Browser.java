package io.handrail.web;

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

/** Keeps cookies by name and path as a browser does, and follows nothing by itself. */
public final class Browser {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private final String base;
  public final Map<String, String> cookies = new TreeMap<>();
  private final Map<String, String> paths = new TreeMap<>();

  public Browser(String base) {
    this.base = base;
  }

  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, "text/html", headers).GET().build());
  }

  public HttpResponse<String> script(String path) {
    return send(request(path, "*/*").GET().build());
  }

  public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
    String body =
        form.entrySet().stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        request(path, "text/html", headers)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  public HttpResponse<String> raw(String path, String type, String body) {
    return send(
        request(path, "*/*")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** As a page's script does. */
  public HttpResponse<String> renew() {
    return send(request("/session/renew", "*/*").POST(BodyPublishers.noBody()).build());
  }

  public HttpResponse<String> signIn(String name, String password) {
    return post("/sign-in", Map.of("name", name, "password", password));
  }

  private HttpRequest.Builder request(String path, String accept, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", accept);
    String jar =
        cookies.entrySet().stream()
            .filter(c -> path.startsWith(paths.getOrDefault(c.getKey(), "/")))
            .map(c -> c.getKey() + "=" + c.getValue())
            .collect(Collectors.joining("; "));
    if (!jar.isEmpty()) request.header("Cookie", jar);
    if (headers.length > 0) request.headers(headers);
    return request;
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      var response = HTTP.send(request, BodyHandlers.ofString());
      for (String cookie : response.headers().allValues("Set-Cookie")) keep(cookie);
      return response;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String cookie) {
    String pair = cookie.split(";")[0];
    String name = pair.substring(0, pair.indexOf('='));
    String path = cookie.replaceFirst("(?i).*;\\s*path=([^;]*).*", "$1");
    if (cookie.matches("(?i).*max-age=0(;.*|$)")) {
      cookies.remove(name);
    } else {
      cookies.put(name, pair.substring(name.length() + 1));
      paths.put(name, path);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
