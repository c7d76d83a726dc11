package io.handrail.care.clinic;

/** The one shape an id may have, so that an id can never carry an operator, a path or markup. */
final class IdText {
  private static final int LENGTH_MAX = 40;

  private IdText() {}

  static String checked(String what, String value) {
    if (value == null || !shaped(value)) {
      throw new IllegalArgumentException(
          what
              + " ids are 1 to 40 characters of a-z, 0-9 and '-', starting with a letter or digit");
    }
    return value;
  }

  /** By hand, for every stored record that is read brings several ids. */
  private static boolean shaped(String value) {
    if (value.isEmpty() || value.length() > LENGTH_MAX || value.charAt(0) == '-') return false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean fits = c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
      if (!fits) return false;
    }
    return true;
  }
}
