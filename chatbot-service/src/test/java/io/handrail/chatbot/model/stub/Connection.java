package io.handrail.chatbot.model.stub;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One client's connection: reads requests one after the other and answers as the mode says. A
 * client that goes away is noticed at once, also while an answer is being written.
 */
final class Connection {
  private final Socket socket;
  private final StubModel stub;
  private final InputStream in;
  private final OutputStream out;
  private final BlockingQueue<Asked> requests = new ArrayBlockingQueue<>(4);
  private final CountDownLatch gone = new CountDownLatch(1);

  Connection(Socket socket, StubModel stub) throws IOException {
    this.socket = socket;
    this.stub = stub;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.out = new BufferedOutputStream(socket.getOutputStream(), 16_384);
  }

  void serve() throws IOException {
    Thread.ofVirtual().start(this::listen);
    while (gone.getCount() > 0) {
      Asked request = next();
      if (request == null) continue;
      stub.received(request);
      if (!answer(stub.modeOfThisRequest(), request)) return;
    }
  }

  private void listen() {
    try {
      while (true) requests.put(read());
    } catch (IOException | InterruptedException e) {
      gone.countDown();
      try {
        socket.close();
      } catch (IOException closed) {
        throw new UncheckedIOException(closed);
      }
    }
  }

  private Asked next() throws IOException {
    try {
      return requests.poll(20, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private Asked read() throws IOException {
    String first = line();
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).toLowerCase(), line.substring(colon + 1).strip());
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Asked(first.split(" ")[1], headers, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) throw new EOFException();
      if (c != '\r') line.append((char) c);
    }
    return line.toString();
  }

  /** Answers once; false when the connection is to be closed. */
  private boolean answer(Mode mode, Asked request) throws IOException {
    String good = stub.answerTo(request);
    switch (mode) {
      case NORMAL -> events(good);
      case FENCED -> events("Here it is:\n```json\n" + good + "\n```\n");
      case REFUSE, DROP -> {
        return false;
      }
      case TOO_MANY_REQUESTS -> status("429 Too Many Requests");
      case SERVER_ERROR -> status("500 Internal Server Error");
      case UNAUTHORISED -> status("401 Unauthorized");
      case HANG -> untilClosed();
      case HANG_AFTER_HEAD -> {
        head();
        untilClosed();
      }
      case HANG_HALFWAY -> {
        head();
        pieces(good.substring(0, good.length() - 20));
        untilClosed();
      }
      case HANG_AT_END -> {
        head();
        pieces(good);
        untilClosed();
      }
      case DRIP -> drip(good);
      case KEEP_ALIVE_ONLY -> keepAlive();
      case CUT_MID_WORD -> {
        head();
        pieces(good.substring(0, good.length() - 9));
        return false;
      }
      case STOP_MID_WORD -> events(good.substring(0, good.length() - 9));
      case FLOOD -> flood("{\"captures\":{},\"next\":\"\",\"reply\":\"", "and again ");
      case FLOOD_ONE_LINE -> floodOneLine();
      case NONSENSE -> events("The weather is fine, thank you, and the sea is wide. ".repeat(12));
      case WEB_PAGE -> page();
      case MALFORMED_SSE -> {
        head();
        chunk("data: {\"choices\":[{\"delta\":{\"cont\n\ndata: }}}\n\n: \n\nevent\n\n");
        finish();
      }
      case BAD_JSON -> events("{\"captures\":{\"a\":},\"next\":[],,\"reply\":\"No.\"}");
      case ERROR_EVENT -> {
        head();
        chunk("event: error\ndata: {\"error\":{\"message\":\"overloaded\"}}\n\n");
        finish();
      }
      case EMPTY -> events("");
      case WRONG_NEXT -> events(Answers.wrongNext(request));
      case UNSAFE ->
          events(Answers.good(request, "I love you and I know how you feel. Stop your tablets."));
      case TWO_QUESTIONS -> events(Answers.good(request, "What happened? And who was there?"));
      case WRONG_LANGUAGE ->
          events(Answers.good(request, "Was ist gestern passiert? Bitte erzählen Sie es mir."));
      case DUPLICATE_CHUNKS -> {
        head();
        for (String piece : Answers.pieces(good, stub.pace().pieces())) {
          chunk(Events.token(piece));
          chunk(Events.token(piece));
        }
        finish();
      }
    }
    return true;
  }

  private void status(String status) throws IOException {
    String body = "{\"error\":{\"message\":\"stub\"}}";
    raw(
        "HTTP/1.1 "
            + status
            + "\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private void page() throws IOException {
    String body = "<html><body>Sign in to the network</body></html>";
    raw(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private void events(String answer) throws IOException {
    head();
    pieces(answer);
    finish();
  }

  private void head() throws IOException {
    raw("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n");
  }

  private void pieces(String answer) throws IOException {
    List<String> pieces = Answers.pieces(answer, stub.pace().pieces());
    Duration wait = stub.pace().first();
    for (String piece : pieces) {
      pause(wait);
      wait = stub.pace().each();
      chunk(Events.token(piece));
    }
  }

  private void finish() throws IOException {
    chunk(Events.END);
    raw("0\r\n\r\n");
  }

  private void drip(String good) throws IOException {
    head();
    for (byte b : Events.token(good).getBytes(StandardCharsets.UTF_8)) {
      out.write(new byte[] {'1', '\r', '\n', b, '\r', '\n'});
      out.flush();
      if (closedWithin(Duration.ofSeconds(1))) throw new EOFException();
    }
  }

  private void keepAlive() throws IOException {
    head();
    while (true) {
      chunk(": still here\n\n");
      if (closedWithin(Duration.ofMillis(100))) throw new EOFException();
    }
  }

  private void flood(String start, String token) throws IOException {
    head();
    chunk(Events.token(start));
    String event = Events.token(token.repeat(20));
    for (int sent = 0; sent < 10_000_000; sent += event.length()) chunk(event);
    finish();
  }

  private void floodOneLine() throws IOException {
    head();
    chunk("data: ");
    for (int sent = 0; sent < 10_000_000; sent += 10_000) chunk("x".repeat(10_000));
    finish();
  }

  private void chunk(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(bytes);
    out.write('\r');
    out.write('\n');
    out.flush();
  }

  private void raw(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static void pause(Duration time) throws IOException {
    if (time.isZero()) return;
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void untilClosed() throws IOException {
    closedWithin(Duration.ofMinutes(10));
    throw new EOFException();
  }

  /** Whether the other side closes within this time. */
  private boolean closedWithin(Duration time) throws IOException {
    try {
      return gone.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
