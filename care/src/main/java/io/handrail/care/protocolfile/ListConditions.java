package io.handrail.care.protocolfile;

import com.google.common.collect.ImmutableList;
import dev.cel.bundle.CelBuilder;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import io.handrail.care.protocol.Approval;
import io.handrail.care.protocol.Facts;
import io.handrail.care.protocol.Field;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What conditions can ask of lists and days: what is left, a rating, a gap, a clinician's yes. */
record ListConditions(Map<String, Field> fields) {
  static final String TODAY = "_today";

  void declare(CelBuilder builder) {
    builder.addVar(TODAY, SimpleType.INT);
    for (Approval approval : Approval.values()) {
      lists().forEach(l -> builder.addVar(prefix(approval) + l.name(), SimpleType.INT));
      builder.addMacros(
          CelMacro.newGlobalMacro(
              approval.name().toLowerCase(Locale.ROOT),
              1,
              (f, target, args) -> Optional.of(standing(f, args.getFirst(), approval))));
    }
    builder.addMacros(
        CelMacro.newGlobalMacro("left", 2, (f, target, args) -> Optional.of(left(f, args))),
        CelMacro.newGlobalMacro("rating", 2, (f, target, args) -> Optional.of(rating(f, args))),
        CelMacro.newGlobalMacro("gap", 1, (f, target, args) -> Optional.of(gap(f, args))),
        CelMacro.newGlobalMacro("days_since", 1, (f, target, args) -> Optional.of(since(f, args))));
  }

  /** How many entries of a list are approved, waiting or declined. */
  static Optional<Object> decided(String name, Facts facts) {
    for (Approval approval : Approval.values()) {
      String prefix = prefix(approval);
      if (name.startsWith(prefix)) {
        return Optional.of(facts.approvals(name.substring(prefix.length()), approval));
      }
    }
    return Optional.empty();
  }

  private static String prefix(Approval approval) {
    return "_" + approval.name().toLowerCase(Locale.ROOT) + "_";
  }

  private CelExpr standing(CelMacroExprFactory f, CelExpr list, Approval approval) {
    return list(list)
        .map(l -> f.newIdentifier(prefix(approval) + l.name()))
        .orElseGet(() -> noList(f, list));
  }

  private Stream<Field.OfList> lists() {
    return fields.values().stream()
        .filter(Field.OfList.class::isInstance)
        .map(Field.OfList.class::cast);
  }

  private Optional<Field.OfList> list(CelExpr expr) {
    return fields.get(name(expr)) instanceof Field.OfList list
        ? Optional.of(list)
        : Optional.empty();
  }

  private static CelExpr noList(CelMacroExprFactory f, CelExpr expr) {
    return f.reportError("'" + name(expr) + "' is no list");
  }

  /** How many entries of one list are not in the other. */
  private CelExpr left(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    Optional<Field.OfList> list = list(args.get(0));
    Optional<Field.OfList> other = list(args.get(1));
    if (list.isEmpty()) return noList(f, args.get(0));
    if (other.isEmpty()) return noList(f, args.get(1));
    return f.newGlobalCall(
        "_left",
        f.newIdentifier(list.get().name()),
        f.newStringLiteral(list.get().words().name()),
        f.newIdentifier(other.get().name()),
        f.newStringLiteral(other.get().words().name()));
  }

  /** The number of the entry with these words. */
  private CelExpr rating(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    Optional<Field.OfList> list = list(args.get(0)).filter(l -> !l.numbers().isEmpty());
    if (list.isEmpty()) return f.reportError("'" + name(args.get(0)) + "' is no list with numbers");
    return f.newGlobalCall(
        "_rating",
        f.newIdentifier(list.get().name()),
        f.newStringLiteral(list.get().words().name()),
        args.get(1),
        f.newStringLiteral(list.get().numbers().getFirst().name()));
  }

  /** The widest gap between two numbers of a list that follow each other. */
  private CelExpr gap(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    Optional<Field.OfList> list = list(args.getFirst()).filter(l -> !l.numbers().isEmpty());
    if (list.isEmpty()) {
      return f.reportError("'" + name(args.getFirst()) + "' is no list with numbers");
    }
    return f.newGlobalCall(
        "_gap",
        f.newIdentifier(list.get().name()),
        f.newStringLiteral(list.get().numbers().getFirst().name()));
  }

  /** Days that went by since the day in a field; while that is empty a comparison is false. */
  private CelExpr since(CelMacroExprFactory f, ImmutableList<CelExpr> args) {
    if (!(fields.get(name(args.getFirst())) instanceof Field.OfNumber)) {
      return f.reportError("'" + name(args.getFirst()) + "' is no day");
    }
    return f.newGlobalCall("_-_", f.newIdentifier(TODAY), args.getFirst());
  }

  private static String name(CelExpr expr) {
    return expr.getKind() == ExprKind.Kind.IDENT ? expr.ident().name() : "";
  }
}
