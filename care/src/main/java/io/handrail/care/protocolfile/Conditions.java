package io.handrail.care.protocolfile;

import com.google.common.collect.ImmutableList;
import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.handrail.care.protocol.Condition;
import io.handrail.care.protocol.Facts;
import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** Compiles the CEL conditions of one file against its declared fields. */
final class Conditions {
  static final CelType ROWS = ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));
  private static final CelType IDS = ListType.create(SimpleType.STRING);
  private static final String FILLED = "_filled";
  private static final String SKIPPED = "skipped";
  private static final String TURNS = "turns";

  private final Ledger ledger;
  private final Map<String, Field> fields;
  private final Cel cel;

  Conditions(Ledger ledger, Map<String, Field> fields) {
    this.ledger = ledger;
    this.fields = fields;
    this.cel = environment();
  }

  /** The condition under a key; always true where there is none. */
  Condition of(Section section, String key) {
    return section
        .text(key)
        .map(text -> compile(section.get(key), section.field(key), text))
        .orElse(Condition.ALWAYS);
  }

  private Condition compile(Node node, String field, String text) {
    CelValidationResult result = cel.compile(text);
    if (result.hasError()) {
      result
          .getErrors()
          .forEach(e ->
              ledger.wrong(
                  node,
                  field,
                  "the condition `" + text + "` is wrong: " + oneLine(e.getMessage()),
                  "Known fields are: " + String.join(", ", new TreeSet<>(fields.keySet()))));
      return Condition.ALWAYS;
    }
    try {
      CelAbstractSyntaxTree ast = result.getAst();
      new Comparisons(fields)
          .unknown(ast.getExpr())
          .ifPresent(u ->
              ledger.wrong(
                  node,
                  field,
                  "`" + u.option() + "` is not an option of " + u.field(),
                  "Use one of: " + String.join(", ", u.options())));
      CelRuntime.Program program = cel.createProgram(ast);
      return facts -> holds(program, facts);
    } catch (CelValidationException | CelEvaluationException e) {
      ledger.wrong(node, field, "the condition `" + text + "` cannot be run", "Write it anew");
      return Condition.ALWAYS;
    }
  }

  /** An unanswered number makes a condition about it neither true nor an error, but false. */
  private boolean holds(CelRuntime.Program program, Facts facts) {
    try {
      return Boolean.TRUE.equals(program.eval((String name) -> find(name, facts)));
    } catch (CelEvaluationException e) {
      return false;
    }
  }

  private Optional<Object> find(String name, Facts facts) {
    return switch (name) {
      case FILLED -> Optional.of(filled(facts));
      case SKIPPED -> Optional.of((long) facts.skipped());
      case TURNS -> Optional.of((long) facts.turns());
      default -> value(fields.get(name), facts);
    };
  }

  private List<String> filled(Facts facts) {
    var names = new ArrayList<String>();
    for (String name : fields.keySet()) {
      if (facts.filled(name)) names.add(name);
    }
    if (facts.allFilled()) names.add("all");
    return names;
  }

  private static Optional<Object> value(Field field, Facts facts) {
    Optional<Value> value = field == null ? Optional.empty() : facts.value(field.name());
    return switch (field) {
      case null -> Optional.empty();
      case Field.OfText text -> Optional.of(value.map(Conditions::plain).orElse(""));
      case Field.OfNumber number -> value.map(Conditions::plain);
      case Field.OfChoice choice -> Optional.of(chosen(choice, value));
      case Field.OfList list -> Optional.of(value.map(Conditions::plain).orElse(List.of()));
    };
  }

  private static Object chosen(Field.OfChoice choice, Optional<Value> value) {
    List<String> ids =
        value.orElse(null) instanceof Value.Chosen(List<String> options) ? options : List.of();
    if (choice.many()) return ids;
    return ids.isEmpty() ? "" : ids.getFirst();
  }

  private static Object plain(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Number(long number) -> number;
      case Value.Chosen(List<String> options) -> options;
      case Value.Rows(List<Map<String, Value>> rows) ->
          rows.stream()
              .map(row -> {
                var plain = new HashMap<String, Object>();
                row.forEach((k, v) -> plain.put(k, plain(v)));
                return plain;
              })
              .toList();
    };
  }

  @SuppressWarnings("Immutable") // The fields do not change once they are read.
  private Cel environment() {
    var builder =
        CelFactory.standardCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(SimpleType.BOOL)
            .addVar(FILLED, IDS)
            .addVar(SKIPPED, SimpleType.INT)
            .addVar(TURNS, SimpleType.INT);
    fields.forEach((name, field) -> builder.addVar(name, type(field)));
    builder.addMacros(
        CelMacro.newGlobalMacro("filled", 1, (f, target, args) -> filled(f, args)),
        CelMacro.newGlobalMacro("chosen", 1, (f, target, args) -> filled(f, args)),
        CelMacro.newGlobalMacro("chosen", 2, (f, target, args) -> chosen(f, args)),
        CelMacro.newGlobalMacro("max_then", 1, (f, target, args) -> most(f, args, false)),
        CelMacro.newGlobalMacro("max_now", 1, (f, target, args) -> most(f, args, true)));
    Vocabulary.declare(builder);
    return builder.build();
  }

  private static CelType type(Field field) {
    return switch (field) {
      case Field.OfText text -> SimpleType.STRING;
      case Field.OfNumber number -> SimpleType.INT;
      case Field.OfChoice choice -> choice.many() ? IDS : SimpleType.STRING;
      case Field.OfList list -> ROWS;
    };
  }

  /** {@code filled(x)} becomes {@code "x" in _filled}. */
  private Optional<CelExpr> filled(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    String name = name(args.getFirst());
    if (!name.equals("all") && !fields.containsKey(name)) {
      return Optional.of(f.reportError("there is no field '" + name + "'"));
    }
    return Optional.of(f.newGlobalCall("@in", f.newStringLiteral(name), f.newIdentifier(FILLED)));
  }

  /** {@code chosen(x, 'id')} is true when that option was chosen, alone or among others. */
  private Optional<CelExpr> chosen(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    String name = name(args.getFirst());
    if (!(fields.get(name) instanceof Field.OfChoice choice)) {
      return Optional.of(f.reportError("'" + name + "' is no field with options"));
    }
    CelExpr option = args.get(1);
    boolean known =
        option.getKind() == ExprKind.Kind.CONSTANT
            && choice.options().stream()
                .anyMatch(o -> o.id().equals(Comparisons.text(option).orElse(null)));
    if (!known) {
      String ids = String.join(", ", choice.options().stream().map(Field.Choice::id).toList());
      return Optional.of(f.reportError("the options of '" + name + "' are: " + ids));
    }
    return Optional.of(
        choice.many()
            ? f.newGlobalCall("@in", option, f.newIdentifier(name))
            : f.newGlobalCall("_==_", f.newIdentifier(name), option));
  }

  /** The highest number of a list, as it was first given or as it was rated once more. */
  private Optional<CelExpr> most(CelMacroExprFactory f, ImmutableList<CelExpr> args, boolean now) {
    String name = name(args.getFirst());
    if (!(fields.get(name) instanceof Field.OfList list) || list.numbers().isEmpty()) {
      return Optional.of(f.reportError("'" + name + "' is no list with numbers"));
    }
    String column = list.numbers().getFirst().name();
    if (!now) {
      return Optional.of(
          f.newGlobalCall("_max", f.newIdentifier(name), f.newStringLiteral(column)));
    }
    Optional<String> copy =
        fields.values().stream()
            .filter(x -> x instanceof Field.OfList l && l.copies().equals(Optional.of(name)))
            .map(Field::name)
            .findFirst();
    if (copy.isEmpty()) {
      return Optional.of(f.reportError("no field copies '" + name + "', so it has no 'now'"));
    }
    return Optional.of(
        f.newGlobalCall(
            "_now",
            f.newIdentifier(name),
            f.newIdentifier(copy.get()),
            f.newStringLiteral(column)));
  }

  private static String name(CelExpr expr) {
    return expr.getKind() == ExprKind.Kind.IDENT ? expr.ident().name() : "";
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip().replaceAll("\\.$", "");
  }
}
