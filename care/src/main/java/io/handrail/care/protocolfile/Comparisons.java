package io.handrail.care.protocolfile;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelExprVisitor;
import io.handrail.care.protocol.Field;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds comparisons with an option that does not exist; to CEL they are just two texts. */
final class Comparisons extends CelExprVisitor {
  private final Map<String, Field> fields;
  private Unknown found;

  Comparisons(Map<String, Field> fields) {
    this.fields = fields;
  }

  /** An option that a field does not have. */
  record Unknown(String field, String option, List<String> options) {}

  Optional<Unknown> unknown(CelExpr expr) {
    visit(expr);
    return Optional.ofNullable(found);
  }

  @Override
  protected void visit(CelExpr expr, CelCall call) {
    super.visit(expr, call);
    if (call.args().size() != 2) return;
    boolean compares =
        call.function().equals("_==_")
            || call.function().equals("_!=_")
            || call.function().equals("@in");
    if (!compares) return;
    look(call.args().get(0), call.args().get(1));
    look(call.args().get(1), call.args().get(0));
  }

  private void look(CelExpr one, CelExpr other) {
    Optional<String> option = text(other);
    if (one.getKind() != ExprKind.Kind.IDENT
        || option.isEmpty()
        || option.get().isEmpty()
        || !(fields.get(one.ident().name()) instanceof Field.OfChoice choice)) {
      return;
    }
    List<String> ids = choice.options().stream().map(Field.Choice::id).toList();
    if (!ids.contains(option.get())) found = new Unknown(choice.name(), option.get(), ids);
  }

  static Optional<String> text(CelExpr expr) {
    return expr.getKind() == ExprKind.Kind.CONSTANT
            && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE
        ? Optional.of(expr.constant().stringValue())
        : Optional.empty();
  }
}
