package io.handrail.tests.bench;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An OpenAI-compatible model that streams 60 tokens at a set pace. It answers each step with what
 * fits, and notes for each marked message how long it took itself to the end of its first sentence.
 */
final class PacedModel implements AutoCloseable {
  private static final int TOKENS = 60;
  private static final Pattern WAITING = Pattern.compile("Waiting step, id \"([^\"]*)\"");
  private static final Pattern FOLLOWING =
      Pattern.compile("- id \"([^\"]*)\": (\"(?:[^\"\\\\]|\\\\.)*\")");
  private static final Pattern SCHEMA = Pattern.compile("JSON Schema of captures: (\\{.*})");
  private static final String FIRST_SENTENCE = "That is on the sheet now, in your own words.";
  private static final String REPLY = FIRST_SENTENCE + " What would you put down next?";
  private static final String HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n";
  private static final String END =
      event("{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}")
          + event("{\"choices\":[],\"usage\":{\"prompt_tokens\":900,\"completion_tokens\":60}}")
          + event("[DONE]");

  private final ServerSocket server;
  private final JsonMapper json = JsonMapper.createDefault();
  private final Map<String, List<String>> byStep = new ConcurrentHashMap<>();
  private final Map<String, Long> toSentence = new ConcurrentHashMap<>();
  private final AtomicLong requests = new AtomicLong();
  private volatile int firstMs;
  private volatile int eachMs;

  PacedModel() throws IOException {
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4096);
    Thread.ofVirtual().name("model").start(this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  int port() {
    return server.getLocalPort();
  }

  void pace(int toFirstMs, int betweenMs) {
    firstMs = toFirstMs;
    eachMs = betweenMs;
  }

  long requests() {
    return requests.get();
  }

  /** Nanoseconds from this request's arrival to the end of the first sentence; then forgotten. */
  Long toSentence(String mark) {
    return toSentence.remove(mark);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      var in = new BufferedInputStream(socket.getInputStream());
      var out = new BufferedOutputStream(socket.getOutputStream(), 16_384);
      while (true) {
        String body = request(in);
        long began = System.nanoTime();
        requests.incrementAndGet();
        answer(out, body, began);
      }
    } catch (IOException e) {
      // The other side is done with this connection.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String request(InputStream in) throws IOException {
    int length = 0;
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new EOFException();
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  private void answer(OutputStream out, String body, long began)
      throws IOException, InterruptedException {
    List<String> tokens = tokens(body);
    out.write(HEAD.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    int wait = firstMs;
    int sentenceEnds = sentenceEnds(tokens);
    for (int i = 0; i < tokens.size(); i++) {
      if (wait > 0) Thread.sleep(wait);
      wait = eachMs;
      chunk(out, token(tokens.get(i)));
      if (i == sentenceEnds) noteSentence(body, began);
    }
    chunk(out, END);
    out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private void noteSentence(String body, long began) {
    String last = "";
    Matcher marks = Talker.MARK.matcher(body);
    while (marks.find()) last = marks.group();
    if (!last.isEmpty()) toSentence.put(last, System.nanoTime() - began);
  }

  private static void chunk(OutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write('\r');
    out.write('\n');
    out.flush();
  }

  private static String token(String piece) {
    return event(
        "{\"id\":\"b\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"bench\","
            + "\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
            + piece.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\"},\"finish_reason\":null}]}");
  }

  private static String event(String data) {
    return "data: " + data + "\n\n";
  }

  /** The answer that fits the request's waiting step, in tokens. */
  private List<String> tokens(String body) throws IOException {
    if (!body.contains("Waiting step")) return byStep.computeIfAbsent("", s -> cut(REPLY, TOKENS));
    String user = user(json.readValue(body, Argument.of(JsonNode.class)));
    Matcher waiting = WAITING.matcher(user);
    String step = waiting.find() ? waiting.group(1) : "";
    return byStep.computeIfAbsent(step, s -> cut(whole(user), TOKENS));
  }

  private static String user(JsonNode body) {
    String user = "";
    for (JsonNode message : body.get("messages").values()) {
      if (message.get("role").getStringValue().equals("user")) {
        user = message.get("content").getStringValue();
      }
    }
    return user;
  }

  private String whole(String user) {
    Matcher following = FOLLOWING.matcher(user);
    boolean follows = following.find();
    String next = follows ? following.group(1) : "";
    // The program shows no question but that of the step.
    String reply = follows ? FIRST_SENTENCE + " " + asked(following.group(2)) : REPLY;
    Matcher schema = SCHEMA.matcher(user);
    String captures = schema.find() ? captures(schema.group(1)) : "{}";
    return "{\"captures\":" + captures + ",\"next\":\"" + next + "\",\"reply\":\"" + reply + "\"}";
  }

  /** The text of a JSON string, fit for another. */
  private static String asked(String quoted) {
    return quoted.substring(1, quoted.length() - 1);
  }

  private String captures(String schema) {
    try {
      return Fitting.value(json.readValue(schema, Argument.of(JsonNode.class)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int sentenceEnds(List<String> tokens) {
    var soFar = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      soFar.append(tokens.get(i));
      // A reader knows that a sentence is over by the blank after it.
      if (soFar.indexOf(FIRST_SENTENCE + " ") >= 0) return i;
    }
    return tokens.size() - 1;
  }

  private static List<String> cut(String answer, int most) {
    int length = Math.max(1, (answer.length() + most - 1) / most);
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < answer.length(); i += length) {
      pieces.add(answer.substring(i, Math.min(answer.length(), i + length)));
    }
    return pieces;
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // It is going away either way.
    }
  }
}
