package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Field;
import io.handrail.care.protocol.Phrases;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocol.Status;
import io.handrail.care.protocol.ProtocolRef;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Step;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The protocols of one folder: {@code *.yaml} in it and in {@code pieces}, {@code
 * shared/phrases.yaml} and, where a protocol names a contraindication, {@code
 * shared/contraindications.yaml}.
 */
public final class ProtocolFolder implements Protocols {
  /** Short reads stand in a folder of their own. */
  private static final Path PIECES = Path.of("pieces");

  /** Versions that are no longer begun. */
  private static final Path RETIRED = Path.of("retired");

  private final Map<ProtocolRef, Protocol> all;
  private final Retired retired;
  private final Map<String, String> contraindications;

  private ProtocolFolder(Reading read) {
    this.all = Map.copyOf(read.loaded);
    this.retired = read.retired;
    this.contraindications = Collections.unmodifiableMap(new LinkedHashMap<>(read.names()));
  }

  @Override
  public Map<String, String> contraindications() {
    return contraindications;
  }

  /** The folder cannot be used; the message lists every problem. */
  public static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    Refused(List<Problem> problems) {
      super(
          "the protocols cannot be used:\n"
              + String.join("\n", problems.stream().map(Problem::toString).toList()));
      this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
      return problems;
    }
  }

  /**
   * What a folder holds.
   *
   * @param files a line for each file that is in order, for example {@code thought_record.yaml:
   *     thought_record 1.0.0, active}
   */
  public record Report(List<String> files, List<Problem> problems, Optional<Protocols> protocols) {}

  /** {@code handrail.home}/protocols, or ./protocols where that property is not set. */
  public static Path standard() {
    String home = System.getProperty("handrail.home", "");
    return (home.isBlank() ? Path.of("") : Path.of(home)).resolve("protocols");
  }

  /**
   * Reads the folder.
   *
   * @throws Refused when a file is not in order
   */
  public static ProtocolFolder open(Path folder) {
    Reading reading = new Reading(folder, false);
    if (!reading.problems.isEmpty()) throw new Refused(reading.problems);
    return new ProtocolFolder(reading);
  }

  /** Reads the folder and tells all that is wrong with it. */
  public static Report check(Path folder) {
    Reading reading = new Reading(folder, true);
    return new Report(
        reading.files,
        List.copyOf(reading.problems),
        reading.problems.isEmpty() ? Optional.of(new ProtocolFolder(reading)) : Optional.empty());
  }

  @Override
  public Optional<Protocol> active(String name) {
    return active().stream().filter(p -> p.ref().name().equals(name)).findFirst();
  }

  @Override
  public Optional<Protocol> at(ProtocolRef ref) {
    return Optional.ofNullable(all.get(ref)).or(() -> retired.at(ref));
  }

  @Override
  public List<Protocol> active() {
    return all.values().stream()
        .filter(p -> p.status() == Status.ACTIVE)
        .sorted(Comparator.comparing(p -> p.ref().name()))
        .toList();
  }

  private static final class Reading {
    private final Path folder;
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Map<ProtocolRef, Protocol> loaded = new LinkedHashMap<>();
    private final Map<ProtocolRef, String> names = new HashMap<>();
    private final Map<ProtocolRef, String> texts = new HashMap<>();
    private final Map<String, String> contraindications = new LinkedHashMap<>();
    private Retired retired = Retired.none();

    /**
     * @param whole reads retired versions too, which otherwise wait until they are asked for
     */
    Reading(Path folder, boolean whole) {
      this.folder = folder;
      Optional<String> shared = text(Path.of("shared", "phrases.yaml"));
      if (shared.isEmpty()) return;
      PhrasesFile.Read phrases =
          PhrasesFile.read(shown(Path.of("shared", "phrases.yaml")), shared.get());
      problems.addAll(phrases.problems());
      named();
      for (Path file : listed()) {
        text(file).ifPresent(text -> read(file, text, phrases.phrases(), phrases.languages()));
      }
      retired(phrases, whole);
      together();
    }

    Map<String, String> names() {
      return contraindications;
    }

    private void named() {
      Path file = Path.of("shared", "contraindications.yaml");
      if (!Files.exists(folder.resolve(file))) return;
      text(file)
          .ifPresent(text -> {
            var ledger = new Ledger(shown(file));
            contraindications.putAll(ContraindicationsFile.read(ledger, text));
            problems.addAll(ledger.problems());
          });
    }

    private void retired(PhrasesFile.Read phrases, boolean whole) {
      if (!Files.isDirectory(folder.resolve(RETIRED))) return;
      var kept = new LinkedHashMap<ProtocolRef, Retired.Kept>();
      for (Path file : filesOf(RETIRED)) {
        Optional<String> text = text(file);
        if (text.isEmpty()) continue;
        Optional<ProtocolRef> ref = Retired.ref(text.get());
        if (ref.isEmpty() || !Retired.says(text.get())) {
          wrong(
              file,
              "status",
              "what stands in `retired` is a retired version of a protocol",
              "Begin it with `protocol`, `version` and `status: retired`");
        } else if (whole) {
          read(file, text.get(), phrases.phrases(), phrases.languages());
        } else if (loaded.containsKey(ref.get())
            || kept.put(ref.get(), new Retired.Kept(shown(file), text.get())) != null) {
          wrong(file, "version", ref.get() + " stands twice", "Give one of them its own version");
        }
      }
      retired = new Retired(kept, phrases.phrases(), contraindications.keySet());
    }

    private void read(Path file, String text, Phrases phrases, Set<String> languages) {
      switch (ProtocolFile.read(
          shown(file), text, phrases, Optional.of(contraindications.keySet()))) {
        case ProtocolFile.Result.Refused(List<Problem> found) -> problems.addAll(found);
        case ProtocolFile.Result.Loaded(Protocol protocol) -> {
          var silent = new TreeSet<>(protocol.languages());
          silent.removeAll(languages);
          if (!silent.isEmpty()) {
            wrong(
                file,
                "languages",
                "the shared phrases do not speak " + String.join(", ", silent),
                "Add the language to shared/phrases.yaml");
          }
          String before = names.putIfAbsent(protocol.ref(), file.toString());
          if (before != null) {
            wrong(
                file,
                "version",
                protocol.ref() + " stands in " + before + " too",
                "Give the newer one a new version");
          } else {
            loaded.put(protocol.ref(), protocol);
            texts.put(protocol.ref(), text);
            files.add(
                file
                    + ": "
                    + protocol.ref().name()
                    + " "
                    + protocol.ref().version()
                    + ", "
                    + protocol.status().name().toLowerCase(java.util.Locale.ROOT));
          }
        }
      }
    }

    /** One active version of a name, and branches that lead to one. */
    private void together() {
      var active = new HashMap<String, ProtocolRef>();
      for (Protocol protocol : loaded.values()) {
        if (protocol.status() != Status.ACTIVE) continue;
        ProtocolRef other = active.putIfAbsent(protocol.ref().name(), protocol.ref());
        if (other != null) {
          wrong(
              Path.of(names.get(protocol.ref())),
              "status",
              protocol.ref().name() + " is active in " + names.get(other) + " too",
              "Retire one of the two");
        }
      }
      for (Protocol protocol : loaded.values()) {
        for (Step step : protocol.steps()) {
          if (step instanceof Step.Branch branch) branch(protocol, branch, active);
          if (step instanceof Step.Question q
              && q.read().filter(read -> !active.containsKey(read)).isPresent()) {
            missing(protocol, step, "read", q.read().get());
          }
        }
      }
    }

    private void branch(Protocol from, Step.Branch branch, Map<String, ProtocolRef> active) {
      ProtocolRef to = active.get(branch.protocol());
      if (to == null) {
        missing(from, branch, "branch", branch.protocol());
        return;
      }
      for (String field : branch.with().keySet()) {
        if (!(loaded.get(to).fields().get(field) instanceof Field.OfText text)
            || text.approvedOnly()) {
          wrong(
              from,
              branch,
              "with." + field,
              "`" + field + "` is no text field of " + branch.protocol() + " that can be told",
              "Name one of its text fields");
        }
      }
    }

    private void missing(Protocol protocol, Step step, String key, String other) {
      wrong(
          protocol,
          step,
          key,
          "there is no active protocol `" + other + "`",
          "Name one that is active");
    }

    private void wrong(Protocol at, Step step, String key, String what, String mend) {
      int line =
          ProtocolFile.line(texts.get(at.ref()), step.id())
              .map(n -> n.getStartMark().getLine() + 1)
              .orElse(1);
      problems.add(
          new Problem(
              shown(Path.of(names.get(at.ref()))),
              line,
              "steps." + step.id() + "." + key,
              what,
              mend));
    }

    private List<Path> listed() {
      try {
        var files = new ArrayList<>(listed(Path.of("")));
        if (Files.isDirectory(folder.resolve(PIECES))) files.addAll(listed(PIECES));
        if (files.isEmpty()) {
          wrong(
              Path.of(""),
              "folder",
              "it has no protocol",
              "Add a file such as thought_record.yaml");
        }
        return files;
      } catch (IOException e) {
        wrong(Path.of(""), "folder", "it cannot be read", "Check that it is there and readable");
        return List.of();
      }
    }

    private List<Path> filesOf(Path in) {
      try {
        return listed(in);
      } catch (IOException e) {
        wrong(in, "folder", "it cannot be read", "Check that it is there and readable");
        return List.of();
      }
    }

    private List<Path> listed(Path in) throws IOException {
      try (Stream<Path> found = Files.list(folder.resolve(in))) {
        return found
            .map(file -> in.resolve(file.getFileName()))
            .filter(file -> file.toString().matches(".*\\.ya?ml"))
            .sorted()
            .toList();
      }
    }

    private Optional<String> text(Path file) {
      try {
        return Optional.of(Files.readString(folder.resolve(file)));
      } catch (MalformedInputException e) {
        wrong(file, "file", "it is not UTF-8 text", "Save it as UTF-8");
      } catch (IOException e) {
        wrong(file, "file", "it cannot be read", "Check that it is there and readable");
      }
      return Optional.empty();
    }

    private String shown(Path file) {
      return folder.resolve(file).toString();
    }

    private void wrong(Path file, String field, String what, String mend) {
      problems.add(new Problem(shown(file), 1, field, what, mend));
    }
  }
}
