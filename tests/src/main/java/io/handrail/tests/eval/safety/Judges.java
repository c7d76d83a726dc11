package io.handrail.tests.eval.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handrail.tests.stage.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs the two judging commands as a clinic would: JSON lines in, JSON lines out. */
final class Judges {
  private Judges() {}

  static Map<String, JsonNode> screen(List<ObjectNode> cases) {
    return run("io.handrail.chatbot.screen.ScreenCommand", cases);
  }

  static Map<String, JsonNode> guard(List<ObjectNode> cases) {
    return run("io.handrail.chatbot.guard.GuardCommand", cases);
  }

  /** Answers by the case's id. */
  private static Map<String, JsonNode> run(String main, List<ObjectNode> cases) {
    Map<String, JsonNode> answers = new HashMap<>();
    if (cases.isEmpty()) return answers;
    try {
      Path in = Files.createTempFile("handrail-cases", ".jsonl");
      Files.write(in, cases.stream().map(ObjectNode::toString).toList());
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-cp",
                  Product.classPath(),
                  main)
              .redirectInput(in.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (var out =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          JsonNode answer = Cases.json(line);
          answers.put(answer.get("id").asText(), answer);
        }
      }
      Files.delete(in);
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
