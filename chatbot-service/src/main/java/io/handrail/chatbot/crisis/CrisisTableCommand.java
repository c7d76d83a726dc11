package io.handrail.chatbot.crisis;

import io.handrail.care.record.Ed25519;
import io.handrail.chatbot.crisis.NumbersFile.Unusable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;

/** {@code ./handrail crisis-table}: for whoever answers for the table of crisis numbers. */
public final class CrisisTableCommand {
  private static final String USAGE =
      """
      ./handrail crisis-table key FILE           makes a key: the secret half into FILE, the other is printed
      ./handrail crisis-table sign TABLE FILE    signs a table with it; the signature goes into TABLE.sig
      ./handrail crisis-table check [TABLE KEY]  whether a table is signed by the owner of KEY, whole, and how old;
                                                 without words, the one that came with the program
      The service reads HANDRAIL_CRISIS_TABLE (the table) and HANDRAIL_CRISIS_KEY (the printed half).
      """;

  private CrisisTableCommand() {}

  public static void main(String[] words) {
    System.exit(run(List.of(words), Clock.systemUTC(), System.out, System.err));
  }

  /** The exit status: 0, 1 when a table is not sound or is old, 2 for words not understood. */
  static int run(List<String> words, Clock clock, PrintStream out, PrintStream errors) {
    try {
      if (words.equals(List.of("check"))) return told(NumbersFile.builtIn(), clock, out, errors);
      if (words.size() == 3 && words.getFirst().equals("check")) {
        return told(NumbersFile.sealed(Path.of(words.get(1)), words.get(2)), clock, out, errors);
      }
      if (words.size() == 2 && words.getFirst().equals("key")) {
        return key(Path.of(words.get(1)), out);
      }
      if (words.size() == 3 && words.getFirst().equals("sign")) {
        return sign(Path.of(words.get(1)), Path.of(words.get(2)), out);
      }
    } catch (Unusable e) {
      errors.println("handrail: The table cannot be used: " + e.getMessage() + ".");
      return 1;
    } catch (FileAlreadyExistsException e) {
      errors.println("handrail: There is a file of that name already; a key is never overwritten.");
      return 1;
    } catch (IOException e) {
      errors.println("handrail: A file cannot be read or written: " + e.getMessage());
      return 1;
    } catch (IllegalArgumentException e) {
      errors.println("handrail: " + e.getMessage() + ".");
      return 1;
    }
    boolean help = words.isEmpty() || words.equals(List.of("--help"));
    (help ? out : errors).print(USAGE);
    return help ? 0 : 2;
  }

  private static int told(NumbersFile table, Clock clock, PrintStream out, PrintStream errors) {
    out.println(
        "As of "
            + table.asOf()
            + ", owner: "
            + table.owner()
            + ", to be checked by "
            + table.reviewBy());
    table.trouble(clock).ifPresent(trouble -> errors.println("handrail: " + trouble + "."));
    return table.trouble(clock).isPresent() ? 1 : 0;
  }

  private static int key(Path file, PrintStream out) throws IOException {
    Ed25519.Keys keys = Ed25519.keys();
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, keys.secret() + "\n", StandardOpenOption.WRITE);
    out.println(keys.open());
    return 0;
  }

  private static int sign(Path table, Path key, PrintStream out) throws IOException, Unusable {
    byte[] bytes = Files.readAllBytes(table);
    NumbersFile read = NumbersFile.checked(bytes);
    Path beside = Path.of(table + NumbersFile.SEAL);
    Files.writeString(beside, Ed25519.sign(bytes, Files.readString(key)) + "\n");
    out.println("Signed " + table + " as of " + read.asOf() + ": " + beside);
    return 0;
  }
}
