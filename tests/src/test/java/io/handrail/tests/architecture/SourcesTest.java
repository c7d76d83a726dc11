package io.handrail.tests.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources themselves must keep to. */
class SourcesTest {
  private static final int LINES_IN_A_SITTING = 400;
  private static final Pattern RAW =
      Pattern.compile("\\?\\s*(interpret|eval|eval_json|no_esc|api)\\b|<#noautoesc|<#outputformat");

  private static Path root() {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("handrail"))) at = at.getParent();
    return at;
  }

  private static List<Path> files(String ending) {
    try (Stream<Path> all = Files.walk(root())) {
      return all.filter(p -> p.toString().endsWith(ending))
          .filter(p -> !p.toString().contains("/target/") && !p.toString().contains("/.git/"))
          .filter(p -> !p.toString().contains("/src/test/resources/"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void pages_escape_everything() {
    List<Path> pages = files(".ftlh");
    assertFalse(pages.isEmpty());
    List<Path> unescaped =
        files(".ftl").stream().filter(p -> p.toString().contains("/views/")).toList();
    assertEquals(List.of(), unescaped, "a page that ends in .ftl escapes nothing");
  }

  @Test
  void no_template_runs_text_as_code_or_switches_escaping_off() {
    List<Path> raw =
        Stream.concat(files(".ftlh").stream(), files(".ftl").stream())
            .filter(p -> RAW.matcher(text(p)).find())
            .toList();
    assertEquals(List.of(), raw);
  }

  @Test
  void no_page_has_a_script_or_a_style_of_its_own() {
    Pattern inline = Pattern.compile("<script(?![^>]*\\bsrc=)|<style|\\son[a-z]+=\"|\\sstyle=\"");
    List<Path> found = files(".ftlh").stream().filter(p -> inline.matcher(text(p)).find()).toList();
    assertEquals(List.of(), found, "the content security policy would refuse them");
  }

  @Test
  void a_file_is_read_in_one_sitting() {
    List<Path> long_ =
        files(".java").stream()
            .filter(p -> p.toString().contains("/src/main/"))
            .filter(p -> text(p).lines().count() > LINES_IN_A_SITTING)
            .toList();
    assertEquals(List.of(), long_);
  }

  @Test
  void every_room_has_its_caption() {
    List<Path> bare =
        files(".java").stream()
            .filter(p -> p.toString().contains("/src/main/java/"))
            .map(Path::getParent)
            .distinct()
            .filter(p -> !Files.exists(p.resolve("package-info.java")))
            .toList();
    assertEquals(List.of(), bare);
  }

  @Test
  void the_readme_stays_short_and_its_links_lead_somewhere() {
    String readme = text(root().resolve("README.md"));
    assertTrue(readme.lines().count() <= 150);
    var link = Pattern.compile("\\]\\(([^)#]+)\\)").matcher(readme);
    while (link.find()) {
      assertTrue(
          Files.exists(root().resolve(link.group(1))), () -> "no such file: " + link.group(1));
    }
  }
}
