package io.handrail.chatbot.words;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;

/** Commands that read one JSON object a line and answer each with one, at once. */
public final class JsonLines {
  /** What is wrong with a line, said to the person who wrote it. */
  public static final class BadLine extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadLine(String message) {
      super(message, null, false, false);
    }
  }

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonLines() {}

  /**
   * Answers every line. A bad line is named on {@code errors} and the rest still answered.
   *
   * @return the exit status: 0, or 1 when a line was bad
   */
  public static int run(
      InputStream in,
      PrintStream out,
      PrintStream errors,
      Function<JsonNode, Map<String, Object>> answer)
      throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    int bad = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (line.isBlank()) continue;
      try {
        out.println(JSON.writeValueAsString(answer.apply(object(line))));
        out.flush();
      } catch (BadLine wrong) {
        bad++;
        errors.println("line " + number + ": " + wrong.getMessage());
      } catch (IOException | RuntimeException fault) {
        bad++;
        errors.println(
            "line " + number + ": could not be judged (" + fault.getClass().getSimpleName() + ")");
      }
    }
    return bad == 0 ? 0 : 1;
  }

  private static JsonNode object(String line) {
    try {
      JsonNode node = JSON.readTree(line);
      if (node == null || !node.isObject()) throw new BadLine("is not a JSON object");
      return node;
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new BadLine("is not valid JSON");
    }
  }

  /** A text that must be there. */
  public static String text(JsonNode node, String field) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) throw new BadLine("\"" + field + "\" is missing");
    if (!value.isTextual()) throw new BadLine("\"" + field + "\" must be a string");
    return value.textValue();
  }

  /** A text or number that names the line; may be missing. */
  public static Object id(JsonNode node) {
    JsonNode value = node.get("id");
    if (value == null || value.isNull()) return null;
    if (value.isNumber()) return value.numberValue();
    return value.isTextual() ? value.textValue() : value.toString();
  }

  /** A text that may be missing. */
  public static String text(JsonNode node, String field, String otherwise) {
    JsonNode value = node.get(field);
    if (value == null || value.isNull()) return otherwise;
    if (!value.isTextual()) throw new BadLine("\"" + field + "\" must be a string");
    return value.textValue();
  }
}
