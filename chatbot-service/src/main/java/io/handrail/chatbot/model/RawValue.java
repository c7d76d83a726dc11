package io.handrail.chatbot.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers one JSON value until it is whole, then reads it. */
final class RawValue {
  private static final int MAX = 16_000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(6)
                          .maxNumberLength(20)
                          .maxStringLength(MAX)
                          .build())
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .build();

  /** Whether the value is whole. */
  enum Progress {
    MORE,
    WHOLE,
    /** It ended before the letter just given, which belongs to what follows. */
    WHOLE_BEFORE,
    TOO_LONG
  }

  private final StringBuilder text = new StringBuilder();
  private int depth;
  private boolean inString;
  private boolean escaped;

  Progress take(char c) {
    boolean plain = !inString && depth == 0 && !text.isEmpty();
    if (plain && (c == ',' || c == '}' || c == ']' || Character.isWhitespace(c))) {
      return Progress.WHOLE_BEFORE;
    }
    if (text.length() >= MAX) return Progress.TOO_LONG;
    text.append(c);
    if (inString) {
      if (escaped) escaped = false;
      else if (c == '\\') escaped = true;
      else if (c == '"') {
        inString = false;
        return depth == 0 ? Progress.WHOLE : Progress.MORE;
      }
    } else if (c == '"') {
      inString = true;
    } else if (c == '{' || c == '[') {
      depth++;
    } else if (c == '}' || c == ']') {
      if (--depth <= 0) return Progress.WHOLE;
    }
    return Progress.MORE;
  }

  /** The value as plain Java: String, Number, Boolean, List, Map; a null is left out. */
  Optional<Map<String, Object>> asMap() {
    return node().filter(JsonNode::isObject).map(RawValue::map);
  }

  /** The value as text; a JSON null is an empty text. */
  Optional<String> asText() {
    return node()
        .filter(node -> node.isTextual() || node.isNull())
        .map(node -> node.isNull() ? "" : node.textValue().strip());
  }

  private Optional<JsonNode> node() {
    try {
      return Optional.ofNullable(JSON.readTree(text.toString()));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static Map<String, Object> map(JsonNode node) {
    var out = new LinkedHashMap<String, Object>();
    node.properties()
        .forEach(entry -> plain(entry.getValue()).ifPresent(v -> out.put(entry.getKey(), v)));
    return out;
  }

  private static Optional<Object> plain(JsonNode node) {
    return switch (node.getNodeType()) {
      case STRING -> Optional.of(node.textValue());
      case NUMBER -> Optional.of(number(node));
      case BOOLEAN -> Optional.of(node.booleanValue());
      case ARRAY -> Optional.of(list(node));
      case OBJECT -> Optional.of(map(node));
      case NULL, MISSING, BINARY, POJO -> Optional.empty();
    };
  }

  private static Number number(JsonNode node) {
    return node.canConvertToExactIntegral() && node.canConvertToLong()
        ? (Number) node.longValue()
        : (Number) node.doubleValue();
  }

  private static List<Object> list(JsonNode node) {
    var out = new ArrayList<>();
    node.forEach(item -> plain(item).ifPresent(out::add));
    return out;
  }
}
