package io.handrail.chatbot.model.stub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as the stub received it.
 *
 * @param headers by lower-case name
 * @param body the JSON as sent
 */
public record Asked(String path, Map<String, String> headers, String body) {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern WAITING =
      Pattern.compile("Waiting step, id \"([^\"]*)\"\\. The client was asked: (\".*\")");
  private static final Pattern FOLLOWING = Pattern.compile("- id \"([^\"]*)\": (\".*\")");
  private static final Pattern SENTENCE = Pattern.compile("(?m)^(\\d{1,2}): (\".*\")$");
  private static final Pattern SCHEMA = Pattern.compile("JSON Schema of captures: (\\{.*\\})");

  public String system() {
    return message("system");
  }

  public String user() {
    return message("user");
  }

  /** The sentences of a brief that are to be worded, by their numbers; empty for a turn. */
  public Map<Integer, String> sentences() {
    var out = new LinkedHashMap<Integer, String>();
    Matcher found = SENTENCE.matcher(user());
    while (found.find()) out.put(Integer.valueOf(found.group(1)), text(found.group(2)));
    return out;
  }

  /** The id of the step that waits. */
  public String waiting() {
    Matcher found = WAITING.matcher(user());
    return found.find() ? found.group(1) : "";
  }

  public String waitingAsk() {
    Matcher found = WAITING.matcher(user());
    return found.find() ? text(found.group(2)) : "";
  }

  /** Steps that may follow: id to the question the script would ask. */
  public Map<String, String> following() {
    var out = new LinkedHashMap<String, String>();
    Matcher found = FOLLOWING.matcher(user());
    while (found.find()) out.put(found.group(1), text(found.group(2)));
    return out;
  }

  /** The client's message, as the model is told of it. */
  public String said() {
    String user = user().stripTrailing();
    return text(user.substring(user.lastIndexOf('\n') + 1));
  }

  /** The schema of what the waiting step collects; an empty object when it collects nothing. */
  public JsonNode schema() {
    Matcher found = SCHEMA.matcher(user());
    return found.find() ? tree(found.group(1)) : JSON.createObjectNode();
  }

  private String message(String role) {
    for (JsonNode message : tree(body).path("messages")) {
      if (message.path("role").asText().equals(role)) return message.path("content").asText();
    }
    return "";
  }

  private static String text(String quoted) {
    return tree(quoted).asText();
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
