package io.handrail.tests.bench;

import io.micronaut.json.tree.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Makes up a value that fits a JSON Schema of the small kind that prompts hold. */
final class Fitting {
  private static final String WORDS = "They kept talking and nobody looked up";

  private Fitting() {}

  static String value(JsonNode schema) {
    JsonNode choices = schema.get("enum");
    if (choices != null) return quoted(choices.get(0).getStringValue());
    JsonNode type = schema.get("type");
    return switch (type == null ? "object" : type.getStringValue()) {
      case "integer", "number" -> "50";
      case "boolean" -> "true";
      case "array" -> "[" + value(schema.get("items")) + "]";
      case "string" -> quoted(WORDS);
      default -> object(schema.get("properties"));
    };
  }

  private static String object(JsonNode properties) {
    if (properties == null) return "{}";
    Iterable<Map.Entry<String, JsonNode>> all = properties.entries();
    return StreamSupport.stream(all.spliterator(), false)
        .map(e -> quoted(e.getKey()) + ":" + named(e.getKey(), e.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  /** A mood is one word. */
  private static String named(String name, JsonNode schema) {
    return name.equals("name") ? quoted("sad") : value(schema);
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }
}
