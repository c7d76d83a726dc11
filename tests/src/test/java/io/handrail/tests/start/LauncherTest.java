package io.handrail.tests.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, in a folder where nothing is installed but what the test puts there. */
class LauncherTest {
  private record Result(int exit, String said) {}

  private static Result run(Path folder, String... words) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String tool :
        new String[] {
          "sh", "dirname", "cat", "sed", "readlink", "mkdir", "id", "find", "head", "rm", "grep"
        }) {
      Path link = bin.resolve(tool);
      if (Files.notExists(link)) Files.createSymbolicLink(link, found(tool));
    }
    String script = Files.readString(Path.of("..", "handrail"));
    // The usual folders of a machine stand in the test's own.
    for (String usual :
        new String[] {"/usr/lib/jvm", "/opt/java", "/opt/jdk", "/usr/java", "/Library/Java"}) {
      script = script.replace(" " + usual, " " + folder + usual);
    }
    Path launcher = Files.writeString(folder.resolve("handrail"), script);
    String[] command = new String[words.length + 2];
    command[0] = bin.resolve("sh").toString();
    command[1] = launcher.toString();
    System.arraycopy(words, 0, command, 2, words.length);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().put("PATH", bin.toString());
    builder.environment().put("HOME", folder.toString());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertTrue(process.waitFor(30, TimeUnit.SECONDS));
    return new Result(process.exitValue(), said);
  }

  private static Path found(String tool) throws IOException {
    for (String folder : new String[] {"/bin", "/usr/bin"}) {
      Path path = Path.of(folder, tool);
      if (Files.exists(path)) return path.toRealPath();
    }
    throw new IOException("this machine has no " + tool);
  }

  private static void jdk(Path folder, String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve("usr/lib/jvm").resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    for (String tool : new String[] {"java", "javac"}) {
      Path file = Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\n");
      assertTrue(file.toFile().setExecutable(true));
    }
  }

  @Test
  void without_a_jdk_it_says_what_is_missing_and_how_to_mend_it(@TempDir Path folder)
      throws Exception {
    Result result = run(folder, "up");
    assertEquals(2, result.exit());
    assertEquals(
        "handrail: Handrail needs a JDK 25 or newer, and found none. Install one (for example"
            + " Temurin 25) or name it in HANDRAIL_JAVA_HOME.\n",
        result.said());
  }

  @Test
  void an_old_jdk_is_named(@TempDir Path folder) throws Exception {
    jdk(folder, "old", "17.0.15");
    Result result = run(folder, "up");
    assertEquals(2, result.exit());
    assertTrue(
        result.said().contains("found only 17 in " + folder + "/usr/lib/jvm/old"), result.said());
  }

  @Test
  void with_a_jdk_but_no_maven_it_says_so(@TempDir Path folder) throws Exception {
    jdk(folder, "old", "17.0.15");
    jdk(folder, "new", "25.0.1");
    Result result = run(folder, "up");
    assertEquals(2, result.exit());
    assertTrue(result.said().contains("Handrail needs Maven 3.8.7 or newer"), result.said());
    assertFalse(Files.exists(folder.resolve("target/building")));
  }

  @Test
  void an_unknown_command_gets_the_list_of_those_there_are(@TempDir Path folder) throws Exception {
    Result result = run(folder, "dance");
    assertEquals(2, result.exit());
    assertTrue(result.said().contains("./handrail up"), result.said());
    assertTrue(result.said().endsWith("There is no command dance.\n"), result.said());
    assertEquals(0, run(folder, "help").exit());
  }
}
