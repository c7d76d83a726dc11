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
import io.handrail.care.protocol.Formula;
import io.handrail.care.protocol.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import org.yaml.snakeyaml.nodes.Node;

/** Compiles the CEL conditions and formulas of one file against its declared fields. */
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
    this(ledger, fields, SimpleType.BOOL);
  }

  private Conditions(Ledger ledger, Map<String, Field> fields, CelType result) {
    this.ledger = ledger;
    this.fields = fields;
    this.cel = environment(result);
  }

  /**
   * The fields, with the formulas of those that are computed. A formula knows the fields above its
   * own only, so that none can go in a circle.
   */
  static Map<String, Field> computed(Section section, Map<String, Field> fields) {
    var all = new LinkedHashMap<String, Field>();
    fields.forEach((name, field) -> {
      Field now = field;
      Optional<Section> s = section.section(name).filter(x -> x.has("computed"));
      if (s.isPresent() && field instanceof Field.OfNumber number) {
        var above = new Conditions(section.ledger(), Map.copyOf(all), SimpleType.INT);
        now = above.formula(s.get(), "computed").<Field>map(number::by).orElse(number);
      }
      all.put(name, now);
    });
    return all;
  }

  private Optional<Formula> formula(Section s, String key) {
    String text = s.text(key).orElse("");
    return program(s.get(key), s.field(key), "formula", text)
        .map(program ->
            facts -> {
              try {
                return program.eval((String name) -> find(name, facts)) instanceof Long number
                    ? OptionalLong.of(number)
                    : OptionalLong.empty();
              } catch (CelEvaluationException e) {
                return OptionalLong.empty(); // something that it needs was not given
              }
            });
  }

  /** The condition under a key; always true where there is none. */
  Condition of(Section section, String key) {
    return section
        .text(key)
        .map(text -> compile(section.get(key), section.field(key), text))
        .orElse(Condition.ALWAYS);
  }

  private Condition compile(Node node, String field, String text) {
    return program(node, field, "condition", text)
        .<Condition>map(program -> facts -> holds(program, facts))
        .orElse(Condition.ALWAYS);
  }

  private Optional<CelRuntime.Program> program(Node node, String field, String what, String text) {
    CelValidationResult result = cel.compile(text);
    if (result.hasError()) {
      result
          .getErrors()
          .forEach(e ->
              ledger.wrong(
                  node,
                  field,
                  "the " + what + " `" + text + "` is wrong: " + oneLine(e.getMessage()),
                  "Known fields are: " + String.join(", ", new TreeSet<>(fields.keySet()))));
      return Optional.empty();
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
      return Optional.of(cel.createProgram(ast));
    } catch (CelValidationException | CelEvaluationException e) {
      ledger.wrong(node, field, "the " + what + " `" + text + "` cannot be run", "Write it anew");
      return Optional.empty();
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
      case ListConditions.TODAY -> facts.today().map(LocalDate::toEpochDay);
      default -> ListConditions.decided(name, facts).or(() -> value(fields.get(name), facts));
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
      case Field.OfTime time -> value.map(Conditions::plain);
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
      case Value.Clock(int minute) -> (long) minute;
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
  private Cel environment(CelType result) {
    var builder =
        CelFactory.standardCelBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setResultType(result)
            .addVar(FILLED, IDS)
            .addVar(SKIPPED, SimpleType.INT)
            .addVar(TURNS, SimpleType.INT);
    fields.forEach((name, field) -> builder.addVar(name, type(field)));
    new ListConditions(fields).declare(builder);
    builder.addMacros(
        CelMacro.newGlobalMacro("filled", 1, (f, target, args) -> filled(f, args)),
        CelMacro.newGlobalMacro("chosen", 1, (f, target, args) -> filled(f, args)),
        CelMacro.newGlobalMacro("chosen", 2, (f, target, args) -> chosen(f, args)),
        CelMacro.newGlobalMacro("max_then", 1, (f, target, args) -> most(f, args, false)),
        CelMacro.newGlobalMacro("max_now", 1, (f, target, args) -> most(f, args, true)),
        CelMacro.newGlobalMacro("between", 2, (f, target, args) -> between(f, args)),
        CelMacro.newGlobalMacro("mean", 2, (f, target, args) -> mean(f, args)));
    Vocabulary.declare(builder);
    return builder.build();
  }

  private static CelType type(Field field) {
    return switch (field) {
      case Field.OfText text -> SimpleType.STRING;
      case Field.OfNumber number -> SimpleType.INT;
      case Field.OfTime time -> SimpleType.INT;
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

  /** Minutes from one time of day on to another, over midnight where it must be: 0 to 1439. */
  private Optional<CelExpr> between(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    for (CelExpr arg : args) {
      if (!(fields.get(name(arg)) instanceof Field.OfTime)) {
        return Optional.of(f.reportError("between(a, b) needs two fields of type time"));
      }
    }
    return Optional.of(f.newGlobalCall("_between", args.get(0), args.get(1)));
  }

  /** The mean of one column over the entries that have it, rounded. */
  private Optional<CelExpr> mean(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    boolean known =
        fields.get(name(args.getFirst())) instanceof Field.OfList list
            && list.numbers().stream()
                .anyMatch(c -> Comparisons.text(args.get(1)).equals(Optional.of(c.name())));
    if (!known) {
      return Optional.of(f.reportError("mean(list, 'column') needs a list and one of its numbers"));
    }
    return Optional.of(f.newGlobalCall("_mean", args.get(0), args.get(1)));
  }

  private static String name(CelExpr expr) {
    return expr.getKind() == ExprKind.Kind.IDENT ? expr.ident().name() : "";
  }

  private static String oneLine(String message) {
    return message.replaceAll("\\s+", " ").strip().replaceAll("\\.$", "");
  }
}
