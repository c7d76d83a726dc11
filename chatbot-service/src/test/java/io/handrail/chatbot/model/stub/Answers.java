package io.handrail.chatbot.model.stub;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a fairly good model would answer, worked out from the request by simple rules. */
public final class Answers {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,3}");
  private static final Pattern MOOD = Pattern.compile("(\\p{L}{3,20})\\s*[:,=-]?\\s*(\\d{1,3})");

  /** Marks that stand for private words. */
  private static final Pattern MARK = Pattern.compile("\\[[a-z]+\\d+\\]");

  private Answers() {}

  /** The answer as a model would write it. */
  public static String good(Asked asked) {
    if (!asked.sentences().isEmpty()) return brief(asked.sentences());
    ObjectNode captures = captures(asked.schema(), asked.said());
    boolean collects = asked.schema().has("properties");
    Optional<Map.Entry<String, String>> next =
        collects && captures.isEmpty()
            ? Optional.of(Map.entry(asked.waiting(), asked.waitingAsk()))
            : asked.following().entrySet().stream().findFirst();
    String reply =
        "You wrote: " + firstWords(asked.said()) + ". " + next.map(Map.Entry::getValue).orElse("");
    return answer(captures, next.map(Map.Entry::getKey).orElse(""), reply.strip());
  }

  /** Other words for sentences of a brief, as a careful model would find them. */
  private static String brief(Map<Integer, String> sentences) {
    ObjectNode worded = NODES.objectNode();
    sentences.forEach((number, plain) ->
        worded.put(
            number.toString(),
            plain
                .replaceFirst("^(\\d+ messages?) on", "The client wrote $1 on")
                .replaceFirst(
                    "^([\\w ]+), finished on (\\d+ \\w+)\\.", "The client finished $1 on $2.")
                .replaceFirst("^No homework is agreed", "There is no homework agreed")
                .replaceFirst("^(.+) on (\\d+ \\w+): (\\d+ of)", "On $2 the $1 was $3")));
    return answer(worded, "", "done");
  }

  /** The same answer with another reply. */
  public static String good(Asked asked, String reply) {
    JsonNode good = Asked.tree(good(asked));
    return answer((ObjectNode) good.get("captures"), good.get("next").asText(), reply);
  }

  /** The same answer, with a step of no protocol. */
  public static String wrongNext(Asked asked) {
    JsonNode good = Asked.tree(good(asked));
    return answer((ObjectNode) good.get("captures"), "no_such_step", good.get("reply").asText());
  }

  public static String answer(ObjectNode captures, String next, String reply) {
    ObjectNode out = NODES.objectNode();
    out.set("captures", captures);
    out.put("next", next);
    out.put("reply", reply);
    return out.toString();
  }

  /** Cuts an answer into at most this many pieces, as tokens would. */
  static List<String> pieces(String answer, int most) {
    int length = Math.max(1, (answer.length() + most - 1) / most);
    var out = new ArrayList<String>();
    for (int i = 0; i < answer.length(); i += length) {
      out.add(answer.substring(i, Math.min(answer.length(), i + length)));
    }
    return out;
  }

  private static ObjectNode captures(JsonNode schema, String said) {
    ObjectNode out = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(field -> value(field.getValue(), said).ifPresent(v -> out.set(field.getKey(), v)));
    return out;
  }

  private static Optional<JsonNode> value(JsonNode schema, String said) {
    return switch (schema.path("type").asText("string")) {
      case "integer", "number" -> number(said, schema).map(NODES::numberNode);
      case "array" -> items(schema.path("items"), said);
      case "object" -> Optional.of((JsonNode) captures(schema, said)).filter(n -> !n.isEmpty());
      case "boolean" -> Optional.empty();
      default ->
          schema.has("enum")
              ? choice(schema.path("enum"), said)
              : Optional.of(said).filter(s -> !s.isBlank()).map(NODES::textNode);
    };
  }

  private static Optional<JsonNode> items(JsonNode item, String said) {
    ArrayNode out = NODES.arrayNode();
    boolean rated = item.path("properties").size() > 1;
    Matcher mood = MOOD.matcher(MARK.matcher(said).replaceAll(" "));
    while (rated && mood.find()) {
      ObjectNode one = NODES.objectNode();
      item.path("properties")
          .properties()
          .forEach(p -> {
            boolean number = p.getValue().path("type").asText().matches("integer|number");
            if (number) one.put(p.getKey(), Integer.parseInt(mood.group(2)));
            else one.put(p.getKey(), mood.group(1));
          });
      out.add(one);
    }
    if (out.isEmpty()) value(item, said).ifPresent(out::add);
    return out.isEmpty() ? Optional.empty() : Optional.of(out);
  }

  private static Optional<JsonNode> choice(JsonNode choices, String said) {
    for (JsonNode choice : choices) {
      if (said.toLowerCase().contains(choice.asText().toLowerCase())) return Optional.of(choice);
    }
    return Optional.empty();
  }

  private static Optional<Integer> number(String said, JsonNode schema) {
    Matcher found = NUMBER.matcher(said);
    if (!found.find()) return Optional.empty();
    int number = Integer.parseInt(found.group());
    int max = schema.path("maximum").asInt(Integer.MAX_VALUE);
    return number > max ? Optional.empty() : Optional.of(number);
  }

  private static String firstWords(String said) {
    String[] words = said.strip().split("[\\s.!?]+");
    String first = String.join(" ", List.of(words).subList(0, Math.min(12, words.length)));
    return first.replaceFirst("[,;:]+$", "");
  }
}
