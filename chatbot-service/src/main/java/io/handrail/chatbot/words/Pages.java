package io.handrail.chatbot.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One file of phrases, as a clinician reads it, with plain access to its parts. */
public final class Pages {
  private final String path;
  private final Map<String, Object> root;

  private Pages(String path, Map<String, Object> root) {
    this.path = path;
    this.root = root;
  }

  /**
   * @param path on the class path, for example {@code /screen/en-suicide.yaml}
   * @throws IllegalStateException when it is missing or no map; the program must not start then
   */
  public static Pages open(String path) {
    Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(text(path));
    if (!(read instanceof Map<?, ?> map)) throw new IllegalStateException(path + ": not a map");
    Map<String, Object> root = new HashMap<>();
    map.forEach((key, value) -> root.put(String.valueOf(key), value));
    return new Pages(path, root);
  }

  /** The words of a plain list, folded. */
  public static Set<String> words(String path) {
    Set<String> words = new HashSet<>();
    for (String word : text(path).split("\\s+")) {
      if (!word.isEmpty()) words.add(Folding.fold(word));
    }
    return words;
  }

  private static String text(String path) {
    try (InputStream in = Pages.class.getResourceAsStream(path)) {
      if (in == null) throw new IllegalStateException("missing " + path);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public String path() {
    return path;
  }

  public String text(String key, String otherwise) {
    Object value = root.get(key);
    return value == null ? otherwise : String.valueOf(value);
  }

  /** A list of texts; empty when missing. */
  public List<String> list(String key) {
    return texts(root.get(key));
  }

  /** Words, folded as texts are. */
  public Set<String> folded(String key) {
    Set<String> out = new HashSet<>();
    list(key).forEach(word -> out.add(Folding.fold(word)));
    return out;
  }

  /** One list of a map of lists, each word folded; a star at its end stays. */
  public List<String> foldedIn(String key, String name) {
    return lists(key).getOrDefault(name, List.of()).stream()
        .map(word ->
            word.endsWith("*")
                ? Folding.fold(word.substring(0, word.length() - 1)) + "*"
                : Folding.fold(word))
        .toList();
  }

  /** A map of texts to lists of texts; a single text counts as a list of one. */
  public Map<String, List<String>> lists(String key) {
    Map<String, List<String>> out = new HashMap<>();
    if (root.get(key) instanceof Map<?, ?> map) {
      map.forEach((name, value) -> out.put(String.valueOf(name), texts(value)));
    }
    return out;
  }

  /** A list of maps, such as the signals of a file. */
  public List<Map<String, Object>> entries(String key) {
    List<Map<String, Object>> out = new ArrayList<>();
    if (root.get(key) instanceof List<?> list) {
      for (Object item : list) {
        if (!(item instanceof Map<?, ?> map)) {
          throw new IllegalStateException(path + ": an entry of " + key + " is no map");
        }
        Map<String, Object> entry = new HashMap<>();
        map.forEach((name, value) -> entry.put(String.valueOf(name), value));
        out.add(entry);
      }
    }
    return out;
  }

  /** A list of texts inside an entry. */
  public static List<String> texts(Object value) {
    if (value == null) return List.of();
    if (value instanceof List<?> list) return list.stream().map(String::valueOf).toList();
    return List.of(String.valueOf(value));
  }

  /** What short forms stand for, folded: one or two words to the words they mean. */
  public Map<String, List<String>> readings() {
    Map<String, List<String>> out = new HashMap<>();
    lists("readings")
        .forEach(
            (key, value) -> out.put(foldAll(key), List.of(foldAll(value.getFirst()).split(" "))));
    return out;
  }

  private static String foldAll(String text) {
    List<String> words = new ArrayList<>();
    for (String word : text.trim().split("\\s+")) words.add(Folding.fold(word));
    return String.join(" ", words);
  }
}
