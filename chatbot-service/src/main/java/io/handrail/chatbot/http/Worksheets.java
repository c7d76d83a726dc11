package io.handrail.chatbot.http;

import io.handrail.care.protocol.Advance.Expect;
import io.handrail.care.protocol.Engine;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Run;
import io.handrail.care.protocol.Sheet;
import io.handrail.care.protocol.Step;
import io.handrail.care.protocol.Value;
import io.handrail.chatbot.http.ChatParts.Entry;
import io.handrail.chatbot.http.ChatParts.SheetLine;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run as the client sees it. */
@Singleton
class Worksheets {
  private final Protocols protocols;

  Worksheets(Protocols protocols) {
    this.protocols = protocols;
  }

  /** A run and the version of the protocol it follows; empty when that version is gone. */
  Optional<Worksheet> of(Run run) {
    return protocols.at(run.protocol()).map(protocol -> new Worksheet(protocol, run));
  }

  /** One run with its protocol. */
  record Worksheet(Protocol protocol, Run run) {
    String title() {
      return protocol.title(run.language());
    }

    Expect expect() {
      return Engine.expect(protocol, run);
    }

    Sheet sheet() {
      return Engine.sheet(protocol, run);
    }

    List<SheetLine> lines() {
      var lines = new ArrayList<SheetLine>();
      for (Sheet.Row row : sheet().rows()) lines.add(line(row));
      return lines;
    }

    private SheetLine line(Sheet.Row row) {
      Optional<Field> field =
          protocol
              .step(row.step())
              .filter(Step.Question.class::isInstance)
              .map(step -> protocol.fields().get(((Step.Question) step).collect()));
      boolean heart = field.map(Field::name).equals(protocol.pin()) && field.isPresent();
      return new SheetLine(
          row.step(),
          row.title(),
          state(row.state()),
          row.canGoTo() ? Optional.of(row.step()) : Optional.empty(),
          heart,
          field.flatMap(this::measured).orElseGet(() -> plain(row)));
    }

    private static String state(Sheet.State state) {
      return switch (state) {
        case AHEAD -> "empty";
        case CURRENT -> "now";
        case ANSWERED -> "filled";
        case SKIPPED -> "skipped";
      };
    }

    private static List<Entry> plain(Sheet.Row row) {
      return row.lines().stream().map(Entry::of).toList();
    }

    /** Entries with a number each are drawn as measures. */
    private Optional<List<Entry>> measured(Field field) {
      if (!(field instanceof Field.OfList list)
          || list.columns().size() != 2
          || list.numbers().size() != 1
          || !(run.fields().get(list.name()) instanceof Value.Rows(var rows))) {
        return Optional.empty();
      }
      return Optional.of(rows.stream().map(row -> entry(list, row)).toList());
    }

    private Entry entry(Field.OfList list, Map<String, Value> row) {
      Field.Column column = list.numbers().getFirst();
      String words = row.get(list.words().name()) instanceof Value.Text(String text) ? text : "";
      Optional<Long> value = number(row.get(column.name()));
      Optional<Long> was = list.copies().flatMap(source -> earlier(source, words));
      return new Entry(
          words, value, value.map(v -> part(v, column)), was, was.map(v -> part(v, column)));
    }

    private Optional<Long> earlier(String source, String words) {
      if (!(protocol.fields().get(source) instanceof Field.OfList list)
          || list.numbers().isEmpty()
          || !(run.fields().get(source) instanceof Value.Rows(var rows))) {
        return Optional.empty();
      }
      return rows.stream()
          .filter(row -> new Value.Text(words).equals(row.get(list.words().name())))
          .findFirst()
          .flatMap(row -> number(row.get(list.numbers().getFirst().name())));
    }

    private static Optional<Long> number(Value value) {
      return value instanceof Value.Number(long number) ? Optional.of(number) : Optional.empty();
    }

    private static long part(long value, Field.Column column) {
      return Math.clamp(
          (value - column.min()) * 100 / Math.max(1, column.max() - column.min()), 0, 100);
    }
  }
}
