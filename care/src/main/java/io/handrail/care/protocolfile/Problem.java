package io.handrail.care.protocolfile;

/**
 * What is wrong with a file, and the mend.
 *
 * @param file its name as it was given
 * @param line from 1
 * @param field where in the file, for example {@code steps.moods.next}
 */
public record Problem(String file, int line, String field, String what, String mend) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + field + ": " + what + ". " + mend + ".";
  }
}
