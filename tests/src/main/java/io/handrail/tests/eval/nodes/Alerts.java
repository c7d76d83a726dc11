package io.handrail.tests.eval.nodes;

import io.handrail.tests.stage.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * What {@code ./handrail alerts} says on the machine of one of the programs.
 *
 * @param status its exit status
 * @param first the first line
 */
record Alerts(int status, String first) {
  static Alerts of(Path data) {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  Product.classPath(),
                  "io.handrail.chatbot.alert.AlertsCommand",
                  "--data",
                  data.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said;
      try (var out = process.getInputStream()) {
        said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      }
      return new Alerts(process.waitFor(), said.lines().findFirst().orElse(""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
