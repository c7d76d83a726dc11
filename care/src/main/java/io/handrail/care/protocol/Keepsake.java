package io.handrail.care.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
      if (value == null || !named(protocol, field)) continue;
      String text = String.join("; ", Given.lines(field, value, run.language()));
      if (text.isBlank()) continue;
      all.add(
          new Keepsake(
              field.name(), title(protocol, field, run), text, value instanceof Value.Text));
    }
    return all;
  }

  /**
   * True for a field that a client would know by its words, and that the file marks to keep. What
   * is drawn over time, or only says a number, is a measurement: it is carried and not asked for.
   */
  public static boolean named(Protocol protocol, Field field) {
    boolean drawn =
        protocol.shown().series().filter(s -> s.list().equals(field.name())).isPresent();
    return field.traits().keep()
        && !(field instanceof Field.OfNumber)
        && !drawn
        && !onlyNumbers(protocol, field);
  }

  /** A text that no step asks for, made of numbers alone: "6 of 10". */
  private static boolean onlyNumbers(Protocol protocol, Field field) {
    var questions =
        protocol.steps().stream()
            .flatMap(s -> s instanceof Step.Question q ? Stream.of(q) : Stream.empty())
            .toList();
    if (questions.stream().anyMatch(q -> q.collect().equals(field.name()))) return false;
    List<Template.Piece.Slot> slots =
        questions.stream()
            .flatMap(q -> q.then().stream())
            .flatMap(
                act -> act.deed() instanceof Step.Deed.Put put ? Stream.of(put) : Stream.empty())
            .filter(put -> put.field().equals(field.name()))
            .flatMap(put -> put.value().byLanguage().values().stream())
            .flatMap(List::stream)
            .flatMap(template -> template.pieces().stream())
            .flatMap(p -> p instanceof Template.Piece.Slot slot ? Stream.of(slot) : Stream.empty())
            .toList();
    return !slots.isEmpty()
        && slots.stream()
            .allMatch(slot -> protocol.fields().get(slot.field()) instanceof Field.OfNumber);
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
