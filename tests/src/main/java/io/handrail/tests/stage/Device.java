package io.handrail.tests.stage;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** What speaks HTTP to one service with cookies of its own, as a browser without a screen would. */
public final class Device implements AutoCloseable {
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http;

  /**
   * @param base the service's address without a slash at the end
   */
  public Device(String base) {
    this.base = base;
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
  }

  /** A device that is signed in. */
  public static Device signedIn(String base, SignIn who) {
    var device = new Device(base);
    HttpResponse<String> answer =
        device.post("/sign-in", Map.of("name", who.user(), "password", who.password()));
    if (answer.statusCode() != 303) {
      throw new IllegalStateException("signing in as " + who.user() + ": " + answer.statusCode());
    }
    return device;
  }

  /** The cookies as one header. */
  public String cookieHeader() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(c -> c.getPath().equals("/"))
        .map(HttpCookie::toString)
        .collect(Collectors.joining("; "));
  }

  public HttpResponse<String> get(String path) {
    return get(path, "text/html");
  }

  public HttpResponse<String> get(String path, String accept) {
    return sent(request(path, accept).GET().build());
  }

  /** Sends a form. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
            .collect(Collectors.joining("&"));
    return sent(
        request(path, "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  /** Sends JSON and asks for a stream of events. */
  public HttpResponse<String> stream(String path, String json) {
    return sent(
        request(path, "text/event-stream")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  /** Any request at all. */
  public HttpResponse<String> send(String method, String path, String accept, String form) {
    return sent(
        request(path, accept)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .method(method, BodyPublishers.ofString(form))
            .build());
  }

  /** Sends a form as a page of another site would. */
  public HttpResponse<String> sendFrom(String origin, String path, String form) {
    return sent(
        request(path, "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Origin", origin)
            .POST(BodyPublishers.ofString(form))
            .build());
  }

  private HttpRequest.Builder request(String path, String accept) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(ANSWER_WITHIN)
        .header("Accept", accept);
  }

  private HttpResponse<String> sent(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new NoAnswer(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** The other side went away. */
  public static final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoAnswer(IOException cause) {
      super(cause);
    }
  }

  /** Says something in the chat, under a fresh message id. */
  public Reply say(String text) {
    return say(UUID.randomUUID().toString(), text);
  }

  public Reply say(String id, String text) {
    return reply("{\"id\":" + quoted(id) + ",\"text\":" + quoted(text) + "}");
  }

  /** Taps something in the chat, for example {@code start:thought_record}. */
  public Reply tap(String move) {
    return tap(UUID.randomUUID().toString(), move);
  }

  public Reply tap(String id, String move) {
    return reply(
        "{\"id\":" + quoted(id) + ",\"move\":" + quoted(move) + ",\"label\":" + quoted(move) + "}");
  }

  private Reply reply(String json) {
    HttpResponse<String> answer = stream("/chat/messages", json);
    return new Reply(answer.statusCode(), Event.read(answer.body()));
  }

  /**
   * What came back for one message.
   *
   * @param status of the answer
   * @param events in order; a whole turn ends with {@code closed}
   */
  public record Reply(int status, List<Event> events) {
    public boolean whole() {
      return status == 200 && !events.isEmpty() && events.getLast().name().equals("closed");
    }

    /** The journal place of the turn. */
    public long seq() {
      return Long.parseLong(events.getFirst().value("seq"));
    }

    /** What was shown, in order. */
    public List<String> lines() {
      return events.stream()
          .filter(e -> e.name().equals("line"))
          .map(e -> e.value("text"))
          .toList();
    }

    public List<String> speakers() {
      return events.stream()
          .filter(e -> e.name().equals("line"))
          .map(e -> e.value("speaker"))
          .toList();
    }

    public String text() {
      return String.join("\n", lines());
    }
  }

  /** One event of a stream. */
  public record Event(String name, String id, String data) {
    static List<Event> read(String body) {
      List<Event> events = new ArrayList<>();
      for (String block : body.split("\n\n")) {
        String name = "";
        String id = "";
        String data = "";
        for (String line : block.split("\n")) {
          if (line.startsWith("event: ")) name = line.substring(7);
          if (line.startsWith("id: ")) id = line.substring(4);
          if (line.startsWith("data: ")) data = line.substring(6);
        }
        if (!name.isEmpty()) events.add(new Event(name, id, data));
      }
      return events;
    }

    /** A field of the data, as text. */
    public String value(String field) {
      return JsonField.of(data, field);
    }
  }

  public static String quoted(String text) {
    var out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      if (c == '"' || c == '\\') out.append('\\').append(c);
      else if (c < 0x20) out.append("\\u%04x".formatted((int) c));
      else out.append(c);
    }
    return out.append('"').toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
