package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** The schema for editors says what the loader says. */
class SchemaTest {
  private static final JsonNode SCHEMA = schema();

  private static JsonNode schema() {
    try {
      return new ObjectMapper()
          .readTree(Sitting.home().resolve("schema/protocol.schema.json").toFile());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void same(List<String> keys, JsonNode object) {
    var known = new TreeSet<String>();
    object.get("properties").fieldNames().forEachRemaining(known::add);
    assertEquals(new TreeSet<>(keys), known);
    assertFalse(object.get("additionalProperties").asBoolean(true));
  }

  @Test
  void the_schema_has_the_keys_that_the_loader_knows() {
    JsonNode defs = SCHEMA.get("$defs");
    same(Keys.FILE, SCHEMA);
    same(Keys.APPROVED_BY, SCHEMA.at("/properties/approved_by"));
    same(Keys.REVIEW, SCHEMA.at("/properties/review"));
    same(Keys.PART, SCHEMA.at("/properties/parts/items"));
    same(Keys.FIELD, defs.get("field"));
    same(Keys.OPTION, defs.get("option"));
    same(Keys.COLUMN, defs.at("/column/oneOf/1"));
    same(Keys.QUESTION, defs.get("question"));
    same(Keys.BRANCH, defs.get("branch"));
    same(Keys.CLOSE, defs.get("close"));
    same(Keys.TOLD, defs.at("/told/anyOf/1/items"));
    same(Keys.REJECT, defs.get("reject"));
    same(Keys.KNOWN, defs.at("/question/properties/known"));
    same(Keys.GO, defs.get("go"));
    same(Keys.ACT, defs.get("act"));
    same(Keys.PUT, defs.at("/act/properties/put"));
    same(Keys.ENTRY, defs.at("/act/properties/drop"));
    same(Keys.ENTRY, defs.at("/act/properties/request"));
    same(Keys.APPEND, defs.at("/act/properties/append"));
    same(Keys.LEAD, defs.at("/act/properties/lead"));
    same(Keys.SERIES, SCHEMA.at("/properties/series"));
    same(Keys.SERIES_LINE, SCHEMA.at("/properties/series/properties/show/items"));
    same(Keys.RULE, defs.get("rule"));
    same(Keys.AGREED, defs.get("agreed"));
  }

  /** Every protocol of the repository, without its ending. */
  static List<String> shipped() throws IOException {
    try (Stream<Path> top = Files.list(Sitting.home());
        Stream<Path> pieces = Files.list(Sitting.home().resolve("pieces"))) {
      return Stream.concat(top, pieces)
          .map(f -> Sitting.home().relativize(f).toString())
          .filter(f -> f.endsWith(".yaml"))
          .map(f -> f.substring(0, f.length() - ".yaml".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void the_shipped_files_are_valid_by_the_schema(String name) throws IOException {
    assertEquals(List.of(), faults(read(name)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "max_turns: 80|max_turns: many",
        "status: active|status: live",
        "on_fail: skip_and_note|on_fail: shrug",
        "collect: situation|collects: situation",
        "version: 1.3.0|version: one"
      })
  void what_the_loader_refuses_the_schema_refuses_too(String change) throws IOException {
    String[] parts = change.split("\\|");
    String text = Files.readString(Sitting.home().resolve("thought_record.yaml"));
    String broken = text.replaceFirst(parts[0], parts[1]);
    assertFalse(faults(json(compose(broken))).isEmpty());
    assertFalse(
        ProtocolFile.read("x", broken, new io.handrail.care.protocol.Phrases(java.util.Map.of()))
            instanceof ProtocolFile.Result.Loaded);
  }

  private static JsonNode read(String name) throws IOException {
    return json(compose(Files.readString(Sitting.home().resolve(name + ".yaml"))));
  }

  private static Node compose(String text) {
    return new org.yaml.snakeyaml.Yaml().compose(new StringReader(text));
  }

  /** As an editor reads it: yes and no are words, digits are numbers. */
  private static JsonNode json(Node node) {
    var make = JsonNodeFactory.instance;
    return switch (node) {
      case MappingNode map -> {
        var object = make.objectNode();
        map.getValue()
            .forEach(
                t -> object.set(((ScalarNode) t.getKeyNode()).getValue(), json(t.getValueNode())));
        yield object;
      }
      case SequenceNode list -> {
        var array = make.arrayNode();
        list.getValue().forEach(n -> array.add(json(n)));
        yield array;
      }
      case ScalarNode scalar -> {
        String text = scalar.getValue();
        boolean plain = scalar.isPlain();
        if (plain && text.matches("-?\\d+")) yield make.numberNode(Integer.parseInt(text));
        if (plain && text.matches("true|false")) yield make.booleanNode(Boolean.parseBoolean(text));
        yield make.textNode(text);
      }
      default -> throw new IllegalStateException("no other nodes");
    };
  }

  private static List<String> faults(JsonNode value) {
    var faults = new ArrayList<String>();
    check(SCHEMA, value, "", faults);
    return faults;
  }

  /** The part of JSON Schema that ours uses; a keyword it does not know fails the test. */
  private static void check(JsonNode schema, JsonNode value, String at, List<String> faults) {
    var keywords = schema.fieldNames();
    while (keywords.hasNext()) {
      String keyword = keywords.next();
      JsonNode rule = schema.get(keyword);
      switch (keyword) {
        case "$ref" -> check(SCHEMA.at(rule.asText().substring(1)), value, at, faults);
        case "type" -> {
          if (!type(rule.asText(), value)) faults.add(at + " is no " + rule.asText());
        }
        case "enum" -> {
          boolean in = false;
          for (JsonNode one : rule) in |= one.equals(value);
          if (!in) faults.add(at + " is not in " + rule);
        }
        case "pattern" -> {
          if (value.isTextual() && !value.asText().matches(rule.asText()))
            faults.add(at + " has another form");
        }
        case "minimum" -> {
          if (value.isInt() && value.asInt() < rule.asInt()) faults.add(at + " is too low");
        }
        case "maximum" -> {
          if (value.isInt() && value.asInt() > rule.asInt()) faults.add(at + " is too high");
        }
        case "minItems", "minProperties" -> {
          if (value.isContainerNode() && value.size() < rule.asInt())
            faults.add(at + " has too few");
        }
        case "maxItems", "maxProperties" -> {
          if (value.isContainerNode() && value.size() > rule.asInt())
            faults.add(at + " has too many");
        }
        case "required" ->
            rule.forEach(k -> {
              if (value.isObject() && !value.has(k.asText()))
                faults.add(at + " lacks " + k.asText());
            });
        case "properties" ->
            rule.fieldNames()
                .forEachRemaining(k -> {
                  if (value.has(k)) check(rule.get(k), value.get(k), at + "." + k, faults);
                });
        case "additionalProperties" -> others(schema, rule, value, at, faults);
        case "propertyNames" ->
            value
                .fieldNames()
                .forEachRemaining(
                    k -> check(rule, JsonNodeFactory.instance.textNode(k), at + "." + k, faults));
        case "items" -> {
          for (int i = 0; i < (value.isArray() ? value.size() : 0); i++) {
            check(rule, value.get(i), at + "[" + i + "]", faults);
          }
        }
        case "oneOf", "anyOf" -> some(keyword, rule, value, at, faults);
        case "$schema", "$defs", "title", "description" -> {}
        default -> throw new AssertionError("the test does not know " + keyword);
      }
    }
  }

  private static void others(
      JsonNode schema, JsonNode rule, JsonNode value, String at, List<String> faults) {
    value
        .fieldNames()
        .forEachRemaining(k -> {
          if (schema.path("properties").has(k)) return;
          if (rule.isBoolean()) {
            if (!rule.asBoolean()) faults.add(at + " has the unknown " + k);
          } else {
            check(rule, value.get(k), at + "." + k, faults);
          }
        });
  }

  private static void some(
      String keyword, JsonNode rules, JsonNode value, String at, List<String> faults) {
    int fit = 0;
    var tried = new ArrayList<String>();
    for (JsonNode rule : rules) {
      var found = new ArrayList<String>();
      check(rule, value, at, found);
      if (found.isEmpty()) fit++;
      tried.addAll(found);
    }
    if (fit == 0 || (keyword.equals("oneOf") && fit > 1))
      faults.add(at + " fits " + fit + ": " + tried);
  }

  private static boolean type(String type, JsonNode value) {
    return switch (type) {
      case "object" -> value.isObject();
      case "array" -> value.isArray();
      case "string" -> value.isTextual();
      case "integer" -> value.isInt();
      case "boolean" -> value.isBoolean();
      default -> throw new AssertionError("the test does not know the type " + type);
    };
  }
}
