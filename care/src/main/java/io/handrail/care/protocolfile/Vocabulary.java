package io.handrail.care.protocolfile;

import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import io.handrail.care.protocol.Beyond;
import io.handrail.care.protocol.Tells;
import io.handrail.care.protocol.Worries;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** What conditions can ask of values, beyond CEL itself. */
final class Vocabulary {
  private static final long DAY = 1440;
  private static final CelType WORDS = ListType.create(SimpleType.STRING);

  private Vocabulary() {}

  static void declare(CelBuilder builder) {
    CelType text = SimpleType.STRING;
    CelType yes = SimpleType.BOOL;
    builder.addFunctionDeclarations(
        CelFunctionDecl.newFunctionDeclaration(
            "interprets",
            CelOverloadDecl.newGlobalOverload("interprets_text", yes, text),
            CelOverloadDecl.newGlobalOverload("interprets_rows", yes, Conditions.ROWS)),
        CelFunctionDecl.newFunctionDeclaration(
            "slogan",
            CelOverloadDecl.newGlobalOverload("slogan_text", yes, text),
            CelOverloadDecl.newGlobalOverload("slogan_rows", yes, Conditions.ROWS)),
        CelFunctionDecl.newFunctionDeclaration(
            "tells_when", CelOverloadDecl.newGlobalOverload("tells_when_text", yes, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "same", CelOverloadDecl.newGlobalOverload("same_text", yes, text, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "says", CelOverloadDecl.newGlobalOverload("says_rows", yes, Conditions.ROWS, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "mentions",
            CelOverloadDecl.newGlobalOverload("mentions_text", yes, text, WORDS),
            CelOverloadDecl.newGlobalOverload("mentions_rows", yes, Conditions.ROWS, WORDS)),
        CelFunctionDecl.newFunctionDeclaration(
            "late_evening", CelOverloadDecl.newGlobalOverload("late_text", yes, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "unwanted_harm", CelOverloadDecl.newGlobalOverload("harm_text", yes, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "nothing", CelOverloadDecl.newGlobalOverload("nothing_text", yes, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "danger", CelOverloadDecl.newGlobalOverload("danger_text", yes, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "reliving",
            CelOverloadDecl.newGlobalOverload("reliving_text", yes, text),
            CelOverloadDecl.newGlobalOverload("reliving_rows", yes, Conditions.ROWS)),
        CelFunctionDecl.newFunctionDeclaration(
            "unshared",
            CelOverloadDecl.newGlobalOverload("unshared_text", yes, text),
            CelOverloadDecl.newGlobalOverload("unshared_rows", yes, Conditions.ROWS)),
        CelFunctionDecl.newFunctionDeclaration(
            "runs_high",
            CelOverloadDecl.newGlobalOverload("runs_high_text", yes, text),
            CelOverloadDecl.newGlobalOverload("runs_high_rows", yes, Conditions.ROWS)),
        CelFunctionDecl.newFunctionDeclaration(
            "undoing",
            CelOverloadDecl.newGlobalOverload("undoing_text", yes, text),
            CelOverloadDecl.newGlobalOverload("undoing_rows", yes, Conditions.ROWS)),
        CelFunctionDecl.newFunctionDeclaration(
            "unsafe",
            CelOverloadDecl.newGlobalOverload("unsafe_text", yes, text),
            CelOverloadDecl.newGlobalOverload("unsafe_rows", yes, Conditions.ROWS)),
        CelFunctionDecl.newFunctionDeclaration(
            "asks_to_be_reassured", CelOverloadDecl.newGlobalOverload("reassured_text", yes, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "too_hard", CelOverloadDecl.newGlobalOverload("hard_text", yes, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "words", CelOverloadDecl.newGlobalOverload("words_text", SimpleType.INT, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "_left",
            CelOverloadDecl.newGlobalOverload(
                "left_rows", SimpleType.INT, Conditions.ROWS, text, Conditions.ROWS, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "_rating",
            CelOverloadDecl.newGlobalOverload(
                "rating_rows", SimpleType.INT, Conditions.ROWS, text, text, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "_gap",
            CelOverloadDecl.newGlobalOverload("gap_rows", SimpleType.INT, Conditions.ROWS, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "_max",
            CelOverloadDecl.newGlobalOverload("max_rows", SimpleType.INT, Conditions.ROWS, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "_between",
            CelOverloadDecl.newGlobalOverload(
                "between_times", SimpleType.INT, SimpleType.INT, SimpleType.INT)),
        CelFunctionDecl.newFunctionDeclaration(
            "_mean",
            CelOverloadDecl.newGlobalOverload("mean_rows", SimpleType.INT, Conditions.ROWS, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "_now",
            CelOverloadDecl.newGlobalOverload(
                "now_rows", SimpleType.INT, Conditions.ROWS, Conditions.ROWS, text)));
    builder.addFunctionBindings(
        CelFunctionBinding.from("interprets_text", String.class, Tells::interprets),
        CelFunctionBinding.from(
            "interprets_rows", List.class, rows -> anyText(rows, Tells::interprets)),
        CelFunctionBinding.from("slogan_text", String.class, Tells::slogan),
        CelFunctionBinding.from("slogan_rows", List.class, rows -> anyText(rows, Tells::slogan)),
        CelFunctionBinding.from("tells_when_text", String.class, Tells::tellsWhen),
        CelFunctionBinding.from("same_text", String.class, String.class, Tells::same),
        CelFunctionBinding.from(
            "says_rows",
            List.class,
            String.class,
            (rows, said) -> anyText(rows, t -> Tells.same(t, said))),
        CelFunctionBinding.from(
            "mentions_text",
            String.class,
            List.class,
            (said, names) -> Tells.mentions(said, strings(names))),
        CelFunctionBinding.from(
            "mentions_rows",
            List.class,
            List.class,
            (rows, names) -> anyText(rows, t -> Tells.mentions(t, strings(names)))),
        CelFunctionBinding.from("late_text", String.class, Worries::lateEvening),
        CelFunctionBinding.from("harm_text", String.class, Worries::unwantedHarm),
        CelFunctionBinding.from("nothing_text", String.class, Tells::nothing),
        CelFunctionBinding.from("danger_text", String.class, Worries::danger),
        CelFunctionBinding.from("reliving_text", String.class, Beyond::reliving),
        CelFunctionBinding.from(
            "reliving_rows", List.class, rows -> anyText(rows, Beyond::reliving)),
        CelFunctionBinding.from("unshared_text", String.class, Beyond::unshared),
        CelFunctionBinding.from(
            "unshared_rows", List.class, rows -> anyText(rows, Beyond::unshared)),
        CelFunctionBinding.from("runs_high_text", String.class, Beyond::high),
        CelFunctionBinding.from("runs_high_rows", List.class, rows -> anyText(rows, Beyond::high)),
        CelFunctionBinding.from("undoing_text", String.class, Beyond::undoing),
        CelFunctionBinding.from("undoing_rows", List.class, rows -> anyText(rows, Beyond::undoing)),
        CelFunctionBinding.from("unsafe_text", String.class, Beyond::unsafe),
        CelFunctionBinding.from("unsafe_rows", List.class, rows -> anyText(rows, Beyond::unsafe)),
        CelFunctionBinding.from("reassured_text", String.class, Worries::asksToBeReassured),
        CelFunctionBinding.from("hard_text", String.class, Tells::tooHard),
        CelFunctionBinding.from(
            "left_rows",
            List.of(List.class, String.class, List.class, String.class),
            args -> left((List<?>) args[0], (String) args[1], (List<?>) args[2], (String) args[3])),
        CelFunctionBinding.from(
            "rating_rows",
            List.of(List.class, String.class, String.class, String.class),
            args ->
                rating((List<?>) args[0], (String) args[1], (String) args[2], (String) args[3])),
        CelFunctionBinding.from(
            "gap_rows", List.class, String.class, (rows, column) -> gap(rows, column)),
        CelFunctionBinding.from("words_text", String.class, t -> (long) Tells.words(t)),
        CelFunctionBinding.from(
            "max_rows", List.class, String.class, (rows, column) -> most(rows, column)),
        CelFunctionBinding.from(
            "between_times", Long.class, Long.class, (from, to) -> Math.floorMod(to - from, DAY)),
        CelFunctionBinding.from(
            "mean_rows", List.class, String.class, (rows, column) -> mean(rows, column)),
        CelFunctionBinding.from(
            "now_rows",
            List.of(List.class, List.class, String.class),
            args -> now((List<?>) args[0], (List<?>) args[1], (String) args[2])));
  }

  private static boolean anyText(List<?> rows, Predicate<String> test) {
    return rows.stream()
        .filter(r -> r instanceof Map<?, ?>)
        .flatMap(r -> ((Map<?, ?>) r).values().stream())
        .anyMatch(v -> v instanceof String s && test.test(s));
  }

  private static List<String> strings(List<?> names) {
    return names.stream().map(String::valueOf).toList();
  }

  private static List<String> texts(List<?> rows, String column) {
    return rows.stream()
        .filter(r -> r instanceof Map<?, ?> m && m.get(column) instanceof String)
        .map(r -> (String) ((Map<?, ?>) r).get(column))
        .toList();
  }

  private static long left(List<?> rows, String column, List<?> others, String otherColumn) {
    List<String> taken = texts(others, otherColumn);
    return texts(rows, column).stream()
        .filter(t -> taken.stream().noneMatch(o -> Tells.same(o, t)))
        .count();
  }

  private static long rating(List<?> rows, String column, String words, String number) {
    return rows.stream()
        .filter(r ->
            r instanceof Map<?, ?> m
                && m.get(column) instanceof String t
                && Tells.same(t, words)
                && m.get(number) instanceof Long)
        .map(r -> (Long) ((Map<?, ?>) r).get(number))
        .findFirst()
        // A condition about a number that was not given is false.
        .orElseThrow(() -> new IllegalArgumentException("no such entry"));
  }

  private static long gap(List<?> rows, String column) {
    long[] numbers =
        rows.stream()
            .filter(r -> r instanceof Map<?, ?> m && m.get(column) instanceof Long)
            .mapToLong(r -> (Long) ((Map<?, ?>) r).get(column))
            .sorted()
            .toArray();
    long widest = 0;
    for (int i = 1; i < numbers.length; i++) {
      widest = Math.max(widest, numbers[i] - numbers[i - 1]);
    }
    return widest;
  }

  /** Not rated again yet: now is as it was then. */
  private static long now(List<?> then, List<?> now, String column) {
    return most(now.isEmpty() ? then : now, column);
  }

  /** Where no entry has the number there is no mean: what asks for it goes without. */
  private static Object mean(List<?> rows, String column) {
    OptionalDouble mean =
        rows.stream()
            .filter(r -> r instanceof Map<?, ?> m && m.get(column) instanceof Long)
            .mapToLong(r -> (Long) ((Map<?, ?>) r).get(column))
            .average();
    return Math.round(mean.orElseThrow(() -> new ArithmeticException("no entries")));
  }

  private static long most(List<?> rows, String column) {
    return rows.stream()
        .filter(r -> r instanceof Map<?, ?> m && m.get(column) instanceof Long)
        .mapToLong(r -> (Long) ((Map<?, ?>) r).get(column))
        .max()
        .orElse(0);
  }
}
