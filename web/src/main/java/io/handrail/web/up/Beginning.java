package io.handrail.web.up;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether this house began with demo data. It is settled at the first start and written down, so
 * that a later start without {@code --empty} never puts made-up people among real ones.
 */
final class Beginning {
  private static final String FILE = "begun";
  private static final String DEMO = "with the demo clinic\n";
  private static final String EMPTY = "empty\n";

  private Beginning() {}

  /**
   * @param empty begin without made-up people; a database of one's own always does
   */
  static boolean withDemo(Path data, boolean empty) {
    Path file = data.resolve(FILE);
    try {
      if (Files.exists(file)) return Files.readString(file).equals(DEMO);
      Files.writeString(file, empty ? EMPTY : DEMO);
      return !empty;
    } catch (IOException e) {
      throw new CannotStart(
          "The data folder " + data + " cannot be written. Choose another with --data.");
    }
  }
}
