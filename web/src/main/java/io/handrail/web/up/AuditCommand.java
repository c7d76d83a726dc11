package io.handrail.web.up;

import io.handrail.care.StoreFault;
import io.handrail.care.clinic.ClinicId;
import io.handrail.care.record.audit.AuditCheck;
import io.handrail.care.record.audit.AuditHead;
import io.handrail.care.record.audit.AuditRoll;
import io.handrail.care.record.audit.AuditTrail;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code ./handrail audit check}: whether the trails of who did what are as they were written. */
public final class AuditCommand {
  private static final String USAGE =
      """
      ./handrail audit check [options]
        --data DIR    the data folder (default: data in the project's folder)
        --noted LINE  a line of an earlier check, as 412:9f0c…, to hold the trail of --clinic against
        --clinic ID   one clinic (default: every clinic that has a trail)
      It fails when an entry was changed or taken out. With the embedded store the service must be
      stopped, for the folder is in use by it; the portal's page Audit says the same while it runs.
      """;

  private AuditCommand() {}

  public static void main(String[] words) {
    Path home = Path.of(System.getProperty("handrail.home", "")).toAbsolutePath();
    System.exit(run(List.of(words), home, System.getenv(), System.out, System.err));
  }

  private record Asked(Path data, Optional<AuditHead> noted, Optional<ClinicId> clinic) {}

  /** A word that is not understood. */
  private static final class Unclear extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unclear(String message) {
      super(message, null, false, false);
    }
  }

  /** The exit status: 0, 1 when a trail is broken, 2 when it could not be looked at. */
  static int run(
      List<String> words,
      Path home,
      Map<String, String> environment,
      PrintStream out,
      PrintStream errors) {
    if (words.contains("--help")) {
      out.print(USAGE);
      return 0;
    }
    try {
      Asked asked = read(words, home);
      var mongodb =
          Optional.ofNullable(environment.get("HANDRAIL_MONGODB_URI")).filter(u -> !u.isBlank());
      if (mongodb.isEmpty() && !Files.isDirectory(asked.data())) {
        throw new Unclear("There is no folder " + asked.data() + ".");
      }
      var settings = new Settings(home, asked.data(), 0, 0, mongodb, Clock.systemUTC());
      try (Store store = Store.open(settings, environment)) {
        return check(store, asked, out);
      }
    } catch (Unclear | StoreFault e) {
      errors.println("handrail: " + e.getMessage());
      return 2;
    }
  }

  private static Asked read(List<String> words, Path home) {
    if (words.isEmpty() || !words.getFirst().equals("check")) throw new Unclear(USAGE);
    Path data = home.resolve("data");
    Optional<AuditHead> noted = Optional.empty();
    Optional<ClinicId> clinic = Optional.empty();
    for (Iterator<String> rest = words.listIterator(1); rest.hasNext(); ) {
      String word = rest.next();
      if (!List.of("--data", "--noted", "--clinic").contains(word)) {
        throw new Unclear("There is no option " + word + ".\n" + USAGE);
      }
      if (!rest.hasNext()) throw new Unclear(word + " needs a value after it.");
      String value = rest.next();
      switch (word) {
        case "--data" -> data = Path.of(value);
        case "--noted" -> noted = Optional.of(head(value));
        default -> clinic = Optional.of(clinic(value));
      }
    }
    if (noted.isPresent() && clinic.isEmpty()) throw new Unclear("--noted needs --clinic too.");
    return new Asked(data, noted, clinic);
  }

  private static ClinicId clinic(String value) {
    try {
      return new ClinicId(value);
    } catch (IllegalArgumentException e) {
      throw new Unclear("That is no id of a clinic: " + value);
    }
  }

  private static AuditHead head(String line) {
    if (!line.matches("[0-9]{1,12}:[0-9a-f]{64}")) {
      throw new Unclear("A noted line is a number, a colon and 64 letters and digits.");
    }
    int colon = line.indexOf(':');
    return new AuditHead(Long.parseLong(line.substring(0, colon)), line.substring(colon + 1));
  }

  private static int check(Store store, Asked asked, PrintStream out) {
    List<ClinicId> clinics =
        asked
            .clinic()
            .map(List::of)
            .orElseGet(() ->
                store.shelves().auditRolls().get(AuditRoll.KEY).orElse(AuditRoll.EMPTY).clinics());
    if (clinics.isEmpty()) out.println("There is no trail yet.");
    var trail = new AuditTrail(store.shelves(), Clock.systemUTC());
    int status = 0;
    for (ClinicId clinic : clinics) {
      switch (trail.check(clinic, asked.noted())) {
        case AuditCheck.Holds(AuditHead head) -> out.println(clinic + "  holds  " + head.anchor());
        case AuditCheck.Broken(long entry, AuditCheck.Fault fault) -> {
          out.println(clinic + "  BROKEN at entry " + entry + ": " + told(fault));
          status = 1;
        }
      }
    }
    return status;
  }

  private static String told(AuditCheck.Fault fault) {
    return switch (fault) {
      case CHANGED -> "it, or the one before it, is not as it was written";
      case MISSING -> "entries are missing";
      case UNREADABLE -> "a page of the trail cannot be opened";
      case NOT_AS_NOTED -> "it is not what was noted";
    };
  }
}
