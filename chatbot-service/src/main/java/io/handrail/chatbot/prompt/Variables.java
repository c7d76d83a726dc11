package io.handrail.chatbot.prompt;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Every name that a template may use. prompts/README.md says what each one holds. */
final class Variables {
  /** Plain texts. */
  static final Set<String> TEXTS = Set.of("language", "protocol", "said");

  /** One thing with parts. */
  static final Map<String, Set<String>> THINGS =
      Map.of("waiting", Set.of("id", "ask", "why", "collects"));

  /** Lists, and the parts of an entry; no parts means that an entry is a plain text. */
  static final Map<String, Set<String>> LISTS =
      Map.of(
          "following", Set.of("id", "ask"),
          "sheet", Set.of("title", "words"),
          "recent", Set.of("who", "words"),
          "steering", Set.of(),
          "remembered", Set.of(),
          "background", Set.of(),
          "sentences", Set.of("number", "words"));

  private Variables() {}

  static boolean isList(String name) {
    return LISTS.containsKey(name);
  }

  /**
   * Whether a dotted path such as {@code waiting.ask} is known.
   *
   * @param loops loop variables in the file, each with the list it walks
   */
  static boolean known(List<String> path, Map<String, String> loops) {
    String root = path.getFirst();
    Set<String> parts = THINGS.getOrDefault(root, LISTS.get(loops.getOrDefault(root, "")));
    if (parts == null) return path.size() == 1 && (TEXTS.contains(root) || isList(root));
    if (path.size() == 1) return loops.containsKey(root) && parts.isEmpty();
    return path.size() == 2 && parts.contains(path.get(1));
  }
}
