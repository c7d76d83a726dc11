package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What one run leaves for the next, in words that the client would know again.
 *
 * @param title what it is: the title of the step that asked for it, or else of the exercise
 * @param words true when it is the client's own text
 */
public record Keepsake(String field, String title, String text, boolean words) {
  /** What a run leaves: the fields that the file marks to keep; counts are nobody's words. */
  public static List<Keepsake> of(Protocol protocol, Run run) {
    var all = new ArrayList<Keepsake>();
    for (Map.Entry<String, Field> declared : protocol.fields().entrySet()) {
      Field field = declared.getValue();
      Value value = run.fields().get(declared.getKey());
      if (value == null || !named(field)) continue;
      String text = String.join("; ", Given.lines(field, value, run.language()));
      if (text.isBlank()) continue;
      all.add(
          new Keepsake(
              field.name(), title(protocol, field, run), text, value instanceof Value.Text));
    }
    return all;
  }

  /** True for a field that a client would know by its words, and that the file marks to keep. */
  public static boolean named(Field field) {
    return field.traits().keep() && !(field instanceof Field.OfNumber);
  }

  private static String title(Protocol protocol, Field field, Run run) {
    return protocol.steps().stream()
        .filter(s -> s instanceof Step.Question q && q.collect().equals(field.name()))
        .map(s -> ((Step.Question) s).title().getOrDefault(run.language(), ""))
        .filter(title -> !title.isBlank())
        .findFirst()
        .orElseGet(() -> protocol.title(run.language()));
  }
}
