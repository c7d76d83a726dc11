package io.handrail.chatbot.crisis;

import io.handrail.care.record.Ed25519;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * The table of crisis numbers that is used. A clinic's own is used only when its owner's seal holds
 * and it says what a card needs; otherwise the one that came with the program is, so that there is
 * always a card. What is wrong is said to people who can mend it.
 *
 * @param content the file as read
 * @param owner who answers for it
 * @param asOf the day it stands for
 * @param reviewBy until when it should have been checked again
 * @param refused why another table, or none that is vouched for, had to be used; empty when all is
 *     well
 */
public record NumbersFile(
    Map<String, Object> content,
    String owner,
    LocalDate asOf,
    LocalDate reviewBy,
    Optional<String> refused) {
  static final String BUILT_IN = "/crisis/numbers.yaml";
  static final String SEAL = ".sig";
  static final String KEY = "/crisis/numbers.pub";

  /** For everybody whose region is not listed; no table may lack it. */
  private static final String ELSEWHERE = "EU";

  /** The table of the program itself. */
  public static NumbersFile builtIn() {
    byte[] bytes = resource(BUILT_IN);
    boolean sound = Ed25519.verifies(bytes, text(BUILT_IN + SEAL), text(KEY));
    return read(
        bytes,
        sound
            ? Optional.empty()
            : Optional.of(
                "The table of crisis numbers that came with the program was changed after it was"
                    + " signed. It is shown, for there is no other: check every number"));
  }

  /**
   * @param own a clinic's own table, its seal beside it in a file that ends in {@code .sig}
   * @param key the clinic's key for checking; empty for the program's own
   */
  public static NumbersFile chosen(Optional<Path> own, Optional<String> key, Clock clock) {
    NumbersFile builtIn = builtIn();
    if (own.isEmpty()) return builtIn;
    try {
      NumbersFile read = sealed(own.get(), key.orElseGet(() -> text(KEY)));
      boolean outdone = read.old(clock) && read.asOf.isBefore(builtIn.asOf);
      return outdone
          ? builtIn.insteadOf("it is older than the program's and past its review")
          : read;
    } catch (Unusable why) {
      return builtIn.insteadOf(why.getMessage());
    }
  }

  /** Why a table is not used, as the end of a sentence. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why);
    }
  }

  /** A table whose seal holds. */
  static NumbersFile sealed(Path file, String key) throws Unusable {
    byte[] bytes;
    String seal;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Unusable("the file cannot be read");
    }
    try {
      seal = Files.readString(Path.of(file + SEAL));
    } catch (IOException e) {
      throw new Unusable("there is no signature beside it");
    }
    if (!Ed25519.verifies(bytes, seal, key)) {
      throw new Unusable("its signature is not by the owner of the key, or it was changed since");
    }
    return checked(bytes);
  }

  /** A table that says what a card needs. */
  static NumbersFile checked(byte[] bytes) throws Unusable {
    try {
      NumbersFile read = read(bytes, Optional.empty());
      if (!(read.content.get("regions") instanceof List<?> regions)) {
        throw new Unusable("it lists no regions");
      }
      if (regions.stream().noneMatch(NumbersFile::elsewhere)) {
        throw new Unusable("it lacks the region " + ELSEWHERE + ", for everywhere else");
      }
      for (Object region : regions) {
        if (!startsWithEmergency(region)) {
          throw new Unusable("a region does not begin with its emergency number");
        }
      }
      return read;
    } catch (IllegalStateException | YAMLException | DateTimeException e) {
      throw new Unusable("it lacks as_of, review_by, owner or regions, or is no YAML");
    }
  }

  private static boolean elsewhere(Object region) {
    return region instanceof Map<?, ?> map && ELSEWHERE.equals(map.get("code"));
  }

  private static boolean startsWithEmergency(Object region) {
    return region instanceof Map<?, ?> map
        && map.get("numbers") instanceof List<?> numbers
        && !numbers.isEmpty()
        && numbers.getFirst() instanceof Map<?, ?> first
        && Boolean.TRUE.equals(first.get("emergency"))
        && first.get("tel") instanceof String;
  }

  private static NumbersFile read(byte[] bytes, Optional<String> refused) {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    if (!(yaml.load(new String(bytes, StandardCharsets.UTF_8)) instanceof Map<?, ?> map)) {
      throw new IllegalStateException("the table is no map");
    }
    @SuppressWarnings("unchecked") // a YAML map with names as keys; every use checks what it needs
    var content = (Map<String, Object>) map;
    return new NumbersFile(
        content,
        said(content, "owner"),
        LocalDate.parse(said(content, "as_of")),
        LocalDate.parse(said(content, "review_by")),
        refused);
  }

  private static String said(Map<String, Object> map, String key) {
    if (map.get(key) instanceof String text && !text.isBlank()) return text;
    throw new IllegalStateException("the table lacks " + key);
  }

  private NumbersFile insteadOf(String why) {
    String sentence =
        "The clinic's table of crisis numbers is not used, for "
            + why
            + ". The program's own is shown in its place";
    return new NumbersFile(
        content,
        owner,
        asOf,
        reviewBy,
        Optional.of(refused.map(r -> r + ". " + sentence).orElse(sentence)));
  }

  /** True when it should have been checked again by now. */
  public boolean old(Clock clock) {
    return clock.instant().atZone(java.time.ZoneOffset.UTC).toLocalDate().isAfter(reviewBy);
  }

  /** What is wrong with it now and the mend, in a sentence or two; empty when nothing is. */
  public Optional<String> trouble(Clock clock) {
    if (refused.isPresent()) {
      return refused.map(why -> why + ". Mend it with ./handrail crisis-table, then start again");
    }
    if (!old(clock)) return Optional.empty();
    return Optional.of(
        "The crisis numbers of "
            + asOf
            + " should have been checked by "
            + reviewBy
            + ". Ask their owner ("
            + owner
            + ") to check and sign them again");
  }

  private static String text(String path) {
    return new String(resource(path), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String path) {
    try (InputStream in = NumbersFile.class.getResourceAsStream(path)) {
      if (in == null) return new byte[0];
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
