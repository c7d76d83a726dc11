package io.handrail.care.protocol;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Several wordings of one thing, by language (BCP 47 tag). */
public record Wordings(Map<String, List<Template>> byLanguage) {
  public static final Wordings NONE = new Wordings(Map.of());

  public Wordings {
    byLanguage =
        byLanguage.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> List.copyOf(e.getValue())));
  }

  public boolean isEmpty() {
    return byLanguage.values().stream().allMatch(List::isEmpty);
  }

  public List<Template> in(String language) {
    return byLanguage.getOrDefault(language, List.of());
  }
}
