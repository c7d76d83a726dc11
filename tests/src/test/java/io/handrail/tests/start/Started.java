package io.handrail.tests.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code up} in a process of its own, on this test's class path. */
final class Started implements AutoCloseable {
  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
  final Process process;
  private final Path said;
  private final BufferedReader out;

  Started(String... options) throws IOException {
    this(HOME, Map.of(), options);
  }

  Started(Path home, Map<String, String> environment, String... options) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("@" + HOME.resolve("web/java.options"), "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Dhandrail.home=" + home));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add("io.handrail.web.up.Up");
    command.addAll(List.of(options));
    said = Files.createTempFile("handrail-up", ".txt");
    var builder = new ProcessBuilder(command).redirectError(said.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("HANDRAIL_"));
    builder.environment().putAll(environment);
    process = builder.start();
    out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The next line on standard output; null when it ended. */
  String line() throws IOException {
    return out.readLine();
  }

  /** What it said on standard error. */
  String said() throws IOException {
    return Files.readString(said);
  }

  int exit() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) throw new IllegalStateException("still running");
    return process.exitValue();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(said);
  }
}
