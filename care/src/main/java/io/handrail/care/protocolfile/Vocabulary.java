package io.handrail.care.protocolfile;

import dev.cel.bundle.CelBuilder;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelFunctionBinding;
import io.handrail.care.protocol.Tells;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** What conditions can ask of values, beyond CEL itself. */
final class Vocabulary {
  private static final long DAY = 1440;

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
            "words", CelOverloadDecl.newGlobalOverload("words_text", SimpleType.INT, text)),
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
