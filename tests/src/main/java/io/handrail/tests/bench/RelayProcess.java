package io.handrail.tests.bench;

import io.handrail.tests.stage.Product;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The bare relay, with nothing of the house on its class path. */
final class RelayProcess implements AutoCloseable {
  private final Process process;
  private final int port;

  RelayProcess(int modelPort, Path folder) throws IOException {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "@" + Product.home().resolve("web").resolve("java.options"),
            "-cp",
            bare(),
            Relay.class.getName(),
            Integer.toString(modelPort),
            folder.resolve("relay.records").toString());
    process =
        new ProcessBuilder(command).redirectError(folder.resolve("relay.log").toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = out.readLine();
    if (line == null) throw new IOException("the relay did not start");
    port = Integer.parseInt(line.strip());
  }

  private static String bare() {
    String house = ".*(/(care|web|chatbot-service|therapist-portal)[/-][^/]*|/target/classes/?)$";
    String others =
        ".*(micronaut-(security|views|management|validation)|mongo|langchain|logback).*";
    String jars =
        Arrays.stream(Product.classPath().split(File.pathSeparator))
            .filter(entry -> !entry.matches(house) && !entry.matches(others))
            .collect(Collectors.joining(File.pathSeparator));
    String own =
        Path.of(RelayProcess.class.getProtectionDomain().getCodeSource().getLocation().getPath())
            .toString();
    return own + File.pathSeparator + jars;
  }

  int port() {
    return port;
  }

  long pid() {
    return process.pid();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
