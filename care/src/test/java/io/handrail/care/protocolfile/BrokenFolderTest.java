package io.handrail.care.protocolfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * {@code ./handrail protocols check} on a folder of broken files. What must be told of a file
 * stands at its head, {@code # told LINE: FIELD: WHAT. MEND.}, all of it and nothing else.
 */
class BrokenFolderTest {
  /** Where it stands in the sources: what is said at any step is there a link to the real file. */
  private static final Path FOLDER =
      Sitting.home().resolveSibling("care/src/test/resources/broken");

  private static final Pattern TOLD = Pattern.compile("# told (\\d+: .*)");
  private static final List<String> ALL = checked();

  private static List<String> checked() {
    var out = new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
    var err = new ByteArrayOutputStream();
    int code =
        new ProtocolsCommand(out, new PrintStream(err, true, StandardCharsets.UTF_8))
            .run(List.of("check", FOLDER.toString()));
    assertEquals(1, code);
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  static List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(f -> f.getFileName().toString())
          .filter(f -> f.endsWith(".yaml"))
          .sorted()
          .toList();
    }
  }

  private static List<String> expected(String file) throws IOException {
    return Files.readAllLines(FOLDER.resolve(file)).stream()
        .map(TOLD::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("files")
  void each_file_is_told_with_line_field_what_and_mend(String file) throws IOException {
    String prefix = FOLDER.resolve(file) + ":";
    List<String> told =
        ALL.stream()
            .filter(l -> l.startsWith(prefix))
            .map(l -> l.substring(prefix.length()))
            .toList();
    assertEquals(expected(file), told);
  }

  @Test
  void more_than_eighty_files_are_broken_and_nothing_else_is_told() throws IOException {
    int broken = 0;
    int told = 0;
    for (String file : files()) {
      int of = expected(file).size();
      if (of > 0) broken++;
      told += of;
    }
    assertTrue(broken >= 80, broken + " broken files");
    assertEquals(told, ALL.size());
  }
}
