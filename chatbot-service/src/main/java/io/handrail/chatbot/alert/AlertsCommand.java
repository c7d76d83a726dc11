package io.handrail.chatbot.alert;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;

/** {@code ./handrail alerts}: what is open, for an operator without a browser. */
public final class AlertsCommand {
  private static final Duration FRESH = Duration.ofSeconds(60);
  private static final String USAGE =
      """
      ./handrail alerts [options]
        --data DIR   the data folder of the running service (default: data in the project's folder)
        --json       the list as the service wrote it
      It lists open flags without names or words. It fails when the service has not written lately.
      """;

  private AlertsCommand() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("handrail.home", "")).toAbsolutePath();
    System.exit(run(List.of(words), home, Clock.systemUTC(), System.out, System.err));
  }

  /** The exit status: 0, 1 when the list is missing or old, 2 for a word not understood. */
  static int run(List<String> words, Path home, Clock clock, PrintStream out, PrintStream errors) {
    Path data = home.resolve("data");
    boolean json = false;
    for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--help" -> {
          out.print(USAGE);
          return 0;
        }
        case "--json" -> json = true;
        case "--data" -> {
          if (!rest.hasNext()) return fail(errors, "--data needs a value after it.", 2);
          data = Path.of(rest.next());
        }
        default -> {
          return fail(errors, "There is no option " + word + ".\n" + USAGE, 2);
        }
      }
    }
    return list(data, json, clock.instant(), out, errors);
  }

  private static int list(
      Path data, boolean json, Instant now, PrintStream out, PrintStream errors) {
    Bulletin bulletin;
    Instant written;
    try {
      bulletin = Bulletin.in(data);
      written = Instant.parse(bulletin.writtenAt());
      if (json) out.print(Files.readString(data.resolve(Bulletin.FILE)));
    } catch (NoSuchFileException e) {
      return fail(errors, "No list of alerts is in " + data + ". Is the service running there?", 1);
    } catch (JacksonException | java.time.DateTimeException e) {
      return fail(errors, "The list of alerts in " + data + " is damaged.", 1);
    } catch (IOException e) {
      return fail(errors, "The list of alerts in " + data + " cannot be read.", 1);
    }
    Duration age = Duration.between(written, now);
    if (!json) print(bulletin, age, now, out);
    if (json) out.println();
    if (age.compareTo(FRESH) <= 0) return 0;
    return fail(
        errors,
        "The service has not refreshed this list for "
            + span(age)
            + ". Alerts may not be going out: look whether it runs.",
        1);
  }

  private static void print(Bulletin bulletin, Duration age, Instant now, PrintStream out) {
    int count = bulletin.open().size();
    out.println(
        (count == 0 ? "No flag is open." : count + (count == 1 ? " flag" : " flags") + " open.")
            + " Written "
            + span(age)
            + " ago.");
    if (bulletin.ways().isEmpty()) {
      out.println("Alerts leave this machine by no way: " + "set up e-mail or a webhook.");
    } else {
      out.println("Alerts go out by " + String.join(" and ", bulletin.ways()) + ".");
    }
    for (Bulletin.Line line : bulletin.open()) {
      Instant raised = Instant.parse(line.raisedAt());
      out.println();
      out.println(line.flag() + "  " + line.clinic() + "  " + line.asks());
      out.println("  raised   " + raised + ", " + span(Duration.between(raised, now)) + " ago");
      out.println("  told     " + (line.hop().isEmpty() ? "nobody yet" : line.hop()));
      if (!line.last().isEmpty()) out.println("  last     " + line.last());
      out.println("  next     " + (line.next().isEmpty() ? "in the portal only" : line.next()));
      line.troubles().forEach(trouble -> out.println("  TROUBLE  " + trouble + "."));
    }
  }

  private static String span(Duration span) {
    long seconds = Math.max(0, span.toSeconds());
    if (seconds < 120) return seconds + " s";
    if (seconds < 7200) return seconds / 60 + " min";
    return seconds < 172_800 ? seconds / 3600 + " h" : seconds / 86_400 + " days";
  }

  private static int fail(PrintStream errors, String sentence, int status) {
    errors.println("handrail: " + sentence);
    return status;
  }
}
