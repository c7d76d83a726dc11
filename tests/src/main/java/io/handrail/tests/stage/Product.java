package io.handrail.tests.stage;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The real thing as a process of its own, on a data folder and free ports. It can be killed as a
 * power cut would, and started again on the same data.
 */
public final class Product implements AutoCloseable {
  private static final Duration READY_WITHIN = Duration.ofSeconds(150);
  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(30);
  private static final String OVER = "\0";

  private final Start how;
  private Process process;
  private ReadyLine ready;

  private Product(Start how) {
    this.how = how;
  }

  /**
   * How to start it.
   *
   * @param data the folder of everything that is kept
   * @param words further words of the command line, for example {@code --empty}
   * @param environment added to our own, less what would configure a model or a server
   * @param jvm words for the Java machine
   */
  public record Start(
      Path data, List<String> words, Map<String, String> environment, List<String> jvm) {
    public static Start on(Path data) {
      return new Start(data, List.of(), Map.of(), List.of());
    }

    public Start with(String... more) {
      var all = new ArrayList<>(words);
      all.addAll(List.of(more));
      return new Start(data, all, environment, jvm);
    }

    public Start environment(Map<String, String> more) {
      var all = new HashMap<>(environment);
      all.putAll(more);
      return new Start(data, words, all, jvm);
    }

    public Start jvm(String... more) {
      return new Start(data, words, environment, List.of(more));
    }
  }

  /** Starts it and returns when it is ready. */
  public static Product start(Start how) {
    var product = new Product(how);
    product.start();
    return product;
  }

  /** Starts it again, on the same data. */
  public void start() {
    if (process != null && process.isAlive()) throw new IllegalStateException("it is running");
    try {
      Files.createDirectories(how.data());
      Path log = how.data().resolve("process.log");
      var builder =
          new ProcessBuilder(command())
              .directory(home().toFile())
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
      clean(builder.environment());
      builder.environment().putAll(how.environment());
      process = builder.start();
      ready = awaitReady(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + home().resolve("web").resolve("java.options"));
    command.add("-Dhandrail.home=" + home());
    command.addAll(how.jvm());
    command.addAll(List.of("-cp", classPath(), "io.handrail.web.up.Up", "--json"));
    command.addAll(List.of("--data", how.data().toString()));
    if (!how.words().contains("--chat-port")) command.addAll(List.of("--chat-port", "0"));
    if (!how.words().contains("--portal-port")) command.addAll(List.of("--portal-port", "0"));
    command.addAll(how.words());
    return command;
  }

  /** The class path of this very process, less what only tests and benches bring. */
  public static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.matches(".*(test-classes|-tests\\.jar|/tests/target/classes)/?"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** The project's folder: protocols, prompts and the launcher are in it. */
  public static Path home() {
    Path folder = Path.of(System.getProperty("handrail.home", "")).toAbsolutePath();
    while (folder != null && !Files.isExecutable(folder.resolve("handrail"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("Run this from within the project's folder.");
    }
    return folder;
  }

  /** A TCP port that is free now, for a start whose address must be known before. */
  public static String freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return Integer.toString(socket.getLocalPort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void clean(Map<String, String> environment) {
    environment.keySet().removeIf(name -> name.startsWith("HANDRAIL_"));
  }

  private ReadyLine awaitReady(Path log) throws IOException {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    BufferedReader out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Thread.ofVirtual()
        .start(() -> {
          try (out) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
              lines.add(line);
            }
          } catch (IOException e) {
            // It ended, or was killed.
          }
          lines.add(OVER);
        });
    long until = System.nanoTime() + READY_WITHIN.toNanos();
    try {
      while (System.nanoTime() < until) {
        String line = lines.poll(1, TimeUnit.SECONDS);
        if (OVER.equals(line)) break;
        var read = line == null ? java.util.Optional.<ReadyLine>empty() : ReadyLine.read(line);
        if (read.isPresent()) return read.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    throw new IllegalStateException(
        "The product did not become ready. It said:\n" + Files.readString(log));
  }

  /** Where clients go, without a slash at the end. */
  public String chat() {
    return ready.chat();
  }

  /** Where the clinic's people go, without a slash at the end. */
  public String portal() {
    return ready.portal();
  }

  public long pid() {
    return ready.pid();
  }

  public Path data() {
    return how.data();
  }

  public List<SignIn> signIns() {
    return ready.signIns();
  }

  /** The demo sign-in of this user. */
  public SignIn signIn(String user) {
    return signIns().stream()
        .filter(s -> s.user().equals(user))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("there is no demo sign-in " + user));
  }

  public boolean running() {
    return process != null && process.isAlive();
  }

  /** SIGKILL: nothing of it gets to say goodbye. */
  public void kill() {
    process.destroyForcibly();
    await(process);
  }

  /** SIGTERM, and the exit code. */
  public int stop() {
    process.destroy();
    return await(process);
  }

  private static int await(Process process) {
    try {
      if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("the product did not stop within " + STOPPED_WITHIN);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What it wrote to standard error so far. */
  public String log() {
    try {
      return Files.readString(how.data().resolve("process.log"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (running()) stop();
  }
}
