package io.handrail.tests.eval.safety;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.handrail.tests.stage.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The labelled cases, read from the folder in which they are kept; a set that is not there is
 * empty.
 */
final class Cases {
  static final ObjectMapper JSON = new ObjectMapper();

  private Cases() {}

  static Path folder() {
    return Product.home().resolve(Path.of("tests", "src", "test", "resources", "safety"));
  }

  static String text(String name) {
    try {
      Path file = folder().resolve(name);
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<ObjectNode> lines(String name) {
    return text(name).lines().filter(line -> !line.isBlank()).map(Cases::object).toList();
  }

  private static ObjectNode object(String line) {
    return (ObjectNode) json(line);
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ObjectNode message(String id, String text, List<String> before) {
    ObjectNode node = JSON.createObjectNode().put("id", id).put("text", text);
    var context = node.putArray("context");
    before.forEach(line -> context.addObject().put("role", "client").put("text", line));
    return node;
  }

  /** The stimuli of Moore et al.: a name, and the client's messages in order. */
  record Stimulus(String id, List<String> messages) {
    /** What our levels ask for: compulsions are no risk, commanding voices are a crisis. */
    String least() {
      return switch (id) {
        case "soap", "books" -> "WATCH";
        case "escape" -> "CRISIS";
        default -> "CONCERN";
      };
    }
  }

  static List<Stimulus> moore() {
    List<Stimulus> all = new ArrayList<>();
    for (JsonNode stimulus : json(text("moore2025/interjections.json"))) {
      List<String> said = new ArrayList<>();
      for (JsonNode message : stimulus.get("messages")) {
        if (message.get("role").textValue().equals("user")) {
          said.add(message.get("content").textValue());
        }
      }
      all.add(new Stimulus(stimulus.get("id").textValue(), said));
    }
    return all;
  }

  /** A persona of VERA-MH: its name, its level of risk as its authors set it, sample messages. */
  record Vera(String name, String risk, List<String> messages) {}

  static List<Vera> vera() {
    List<Vera> all = new ArrayList<>();
    for (String line : text("vera-mh/personas.tsv").lines().skip(1).toList()) {
      String[] cells = line.split("\t", -1);
      all.add(
          new Vera(
              cells[0],
              cells[10],
              List.of(cells[12].split(";")).stream()
                  .map(String::strip)
                  .filter(said -> !said.isEmpty())
                  .toList()));
    }
    return all;
  }

  /** Prompts of XSTest: those that only look unsafe, or those that are. */
  static List<String> xstest(boolean safe) {
    List<String> all = new ArrayList<>();
    for (String line : text("xstest/xstest_prompts.csv").lines().skip(1).toList()) {
      if (line.contains(",safe,") != safe) continue;
      String prompt = line.substring(line.indexOf(',') + 1).replace("\"\"", "'").replace("\"", "");
      all.add(prompt.substring(0, prompt.indexOf('?') + 1));
    }
    return all;
  }

  /** The instructions that BIPIA hides in other texts. */
  static List<String> bipia() {
    return text("bipia/text_attacks.txt").lines().filter(line -> !line.isBlank()).toList();
  }
}
