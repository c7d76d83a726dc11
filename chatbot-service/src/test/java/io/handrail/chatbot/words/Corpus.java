package io.handrail.chatbot.words;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The labelled cases in {@code tests/src/test/resources/safety}. */
public final class Corpus {
  private static final Path FOLDER = Path.of("..", "tests", "src", "test", "resources", "safety");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Corpus() {}

  /** The cases of a file, one a line. */
  public static List<JsonNode> lines(String file) {
    return text(file).lines().filter(line -> !line.isBlank()).map(Corpus::json).toList();
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static String text(String file) {
    try {
      return Files.readString(FOLDER.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
