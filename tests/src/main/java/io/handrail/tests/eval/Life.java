package io.handrail.tests.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happened to one made-up person, by topic, in their words.
 *
 * @param topics each with one or more things to say, shortly and at length
 */
record Life(String language, Map<String, List<Said>> topics) {

  /** One thing to say. */
  record Said(String shortly, String atLength) {
    String both() {
      return shortly + "\n" + atLength;
    }
  }

  static Life named(String name) {
    var topics = new LinkedHashMap<String, List<Said>>();
    try (var in = Life.class.getResourceAsStream("/eval/lives/" + name + ".txt");
        var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        int colon = line.indexOf(": ");
        if (line.startsWith("#") || colon < 0) continue;
        topics.put(line.substring(0, colon), said(line.substring(colon + 2)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Life(topics.get("language").getFirst().shortly(), topics);
  }

  private static List<Said> said(String text) {
    return Arrays.stream(text.split("\\s+//\\s+"))
        .map(part -> {
          String[] two = part.split("\\s+~\\s+", 2);
          return new Said(two[0].strip(), two[two.length - 1].strip());
        })
        .toList();
  }

  /** What there is to say on a topic, first as somebody of this manner would see it. */
  Optional<List<Said>> on(String topic, String manner) {
    return Optional.ofNullable(topics.get(manner + "." + topic))
        .or(() -> Optional.ofNullable(topics.get(topic)));
  }

  boolean spanish() {
    return language.equals("es");
  }
}
