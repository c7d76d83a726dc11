package io.handrail.chatbot.model.stub;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An OpenAI-compatible streaming server on a loopback port of its own. */
public final class StubModel implements AutoCloseable {
  private static final int KEPT = 1000;

  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Deque<Asked> asked = new ConcurrentLinkedDeque<>();
  private final Deque<Mode> once = new ArrayDeque<>();
  private final AtomicInteger requests = new AtomicInteger();
  private volatile Mode mode = Mode.NORMAL;
  private volatile Function<Asked, String> answer = Answers::good;
  private volatile Pace pace = new Pace(Duration.ZERO, Duration.ZERO, 60);
  private volatile ServerSocket server;
  private final int port;

  /**
   * How fast tokens come.
   *
   * @param pieces the most pieces that an answer is cut into
   */
  public record Pace(Duration first, Duration each, int pieces) {}

  private StubModel(int port) {
    this.server = listening(port);
    this.port = server.getLocalPort();
  }

  /** Starts on a free port. */
  public static StubModel start() {
    return new StubModel(0);
  }

  /** Runs one alone, for trying by hand and for measurements: {@code [PORT [FIRST_MS EACH_MS]]}. */
  public static void main(String[] words) throws InterruptedException {
    var stub = new StubModel(words.length > 0 ? Integer.parseInt(words[0]) : 0);
    if (words.length > 2) {
      stub.pace(
          Duration.ofMillis(Long.parseLong(words[1])), Duration.ofMillis(Long.parseLong(words[2])));
    }
    System.out.println(stub.url());
    Thread.currentThread().join();
  }

  private ServerSocket listening(int onPort) {
    try {
      var socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), onPort), 4096);
      Thread.ofVirtual().name("stub-model").start(() -> accept(socket));
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(ServerSocket on) {
    while (!on.isClosed()) {
      try {
        Socket socket = on.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      new Connection(socket, this).serve();
    } catch (IOException e) {
      // The other side went away; that is what several tests wait for.
    } finally {
      open.remove(socket);
    }
  }

  /** What goes into {@code HANDRAIL_MODEL_URL}. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/v1");
  }

  /** From the next request on. */
  public StubModel mode(Mode wanted) {
    mode = wanted;
    try {
      if (wanted == Mode.REFUSE) server.close();
      else if (server.isClosed()) server = listening(port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** For the next requests, one each, before the lasting mode holds again. */
  public StubModel once(Mode... modes) {
    synchronized (once) {
      once.addAll(List.of(modes));
    }
    return this;
  }

  Mode modeOfThisRequest() {
    synchronized (once) {
      Mode next = once.poll();
      return next == null ? mode : next;
    }
  }

  /** What a good answer says. */
  public StubModel answer(Function<Asked, String> wanted) {
    answer = wanted;
    return this;
  }

  String answerTo(Asked request) {
    return answer.apply(request);
  }

  public StubModel pace(Duration first, Duration each) {
    return pace(new Pace(first, each, 60));
  }

  public StubModel pace(Pace wanted) {
    pace = wanted;
    return this;
  }

  Pace pace() {
    return pace;
  }

  void received(Asked request) {
    requests.incrementAndGet();
    asked.add(request);
    if (asked.size() > KEPT) asked.poll();
  }

  /** Requests since the start. */
  public int requests() {
    return requests.get();
  }

  /** The last requests, oldest first, at most a thousand. */
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /** Connections that clients hold open now. */
  public int connections() {
    return open.size();
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : open) socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
