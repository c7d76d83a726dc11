package io.handrail.portal;

/**
 * What a page says about the act before it.
 *
 * @param kind {@code done}, {@code problem} or {@code conflict}
 * @param theirs what another stored first, for a conflict; else empty
 * @param yours what was typed and not stored, for a conflict; else empty
 */
public record Notice(String kind, String text, String theirs, String yours) {
  public static final Notice NONE = new Notice("", "", "", "");

  public static Notice done(String text) {
    return new Notice("done", text, "", "");
  }

  public static Notice problem(String text) {
    return new Notice("problem", text, "", "");
  }

  public static Notice conflict(String text, String theirs, String yours) {
    return new Notice("conflict", text, theirs, yours);
  }

  public boolean said() {
    return !text.isEmpty();
  }
}
