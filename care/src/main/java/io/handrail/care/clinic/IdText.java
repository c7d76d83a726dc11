package io.handrail.care.clinic;

import java.util.regex.Pattern;

/** The one shape an id may have, so that an id can never carry an operator, a path or markup. */
final class IdText {
  private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

  private IdText() {}

  static String checked(String what, String value) {
    if (value == null || !SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          what + " ids are 1 to 40 characters of a-z, 0-9 and '-', starting with a letter or digit");
    }
    return value;
  }
}
