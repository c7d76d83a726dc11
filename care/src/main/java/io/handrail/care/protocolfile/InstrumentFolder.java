package io.handrail.care.protocolfile;

import io.handrail.care.measure.Instrument;
import io.handrail.care.measure.Instrument.Status;
import io.handrail.care.measure.InstrumentRef;
import io.handrail.care.measure.Instruments;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The instruments of a protocol folder: {@code instruments/*.yaml} in it, if there are any. */
public final class InstrumentFolder implements Instruments {
  private final Map<InstrumentRef, Instrument> all;

  private InstrumentFolder(Map<InstrumentRef, Instrument> all) {
    this.all = Map.copyOf(all);
  }

  /**
   * What a folder holds.
   *
   * @param files a line for each file that is in order
   */
  public record Report(
      List<String> files, List<Problem> problems, Optional<InstrumentFolder> instruments) {}

  /**
   * Reads the instruments of a protocol folder.
   *
   * @throws ProtocolFolder.Refused when a file is not in order
   */
  public static InstrumentFolder open(Path protocols) {
    Report report = check(protocols);
    return report.instruments().orElseThrow(() -> new ProtocolFolder.Refused(report.problems()));
  }

  /** Reads them and tells all that is wrong. */
  public static Report check(Path protocols) {
    var reading = new Reading(protocols.resolve("instruments"));
    return new Report(
        List.copyOf(reading.files),
        List.copyOf(reading.problems),
        reading.problems.isEmpty()
            ? Optional.of(new InstrumentFolder(reading.loaded))
            : Optional.empty());
  }

  @Override
  public Optional<Instrument> active(String name) {
    return active().stream().filter(i -> i.ref().name().equals(name)).findFirst();
  }

  @Override
  public Optional<Instrument> at(InstrumentRef ref) {
    return Optional.ofNullable(all.get(ref));
  }

  @Override
  public List<Instrument> active() {
    return all.values().stream()
        .filter(i -> i.status() == Status.ACTIVE)
        .sorted(Comparator.comparing(i -> i.ref().name()))
        .toList();
  }

  private static final class Reading {
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> files = new ArrayList<>();
    private final Map<InstrumentRef, Instrument> loaded = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();

    Reading(Path folder) {
      if (!Files.isDirectory(folder)) return;
      for (Path file : listed(folder)) {
        text(file).ifPresent(text -> read(file, text));
      }
    }

    private void read(Path file, String text) {
      InstrumentFile.Read read = InstrumentFile.read(file.toString(), text);
      problems.addAll(read.problems());
      read.instrument().ifPresent(instrument -> keep(file, instrument));
    }

    private void keep(Path file, Instrument instrument) {
      InstrumentRef ref = instrument.ref();
      once(file, ref.toString(), "version", "Give the newer one a new version");
      if (instrument.status() == Status.ACTIVE) {
        once(file, ref.name() + " active", "status", "Retire one of the two");
      }
      loaded.put(ref, instrument);
      files.add(
          "instruments/"
              + file.getFileName()
              + ": "
              + ref
              + ", "
              + instrument.status().name().toLowerCase(Locale.ROOT));
    }

    private void once(Path file, String what, String field, String mend) {
      String before = names.putIfAbsent(what, file.getFileName().toString());
      if (before != null) {
        problems.add(
            new Problem(file.toString(), 1, field, what + " stands in " + before + " too", mend));
      }
    }

    private List<Path> listed(Path folder) {
      try (Stream<Path> found = Files.list(folder)) {
        return found.filter(f -> f.toString().matches(".*\\.ya?ml")).sorted().toList();
      } catch (IOException e) {
        problems.add(
            new Problem(
                folder.toString(),
                1,
                "folder",
                "it cannot be read",
                "Check that it is there and readable"));
        return List.of();
      }
    }

    private Optional<String> text(Path file) {
      try {
        return Optional.of(Files.readString(file));
      } catch (MalformedInputException e) {
        problems.add(
            new Problem(file.toString(), 1, "file", "it is not UTF-8 text", "Save it as UTF-8"));
      } catch (IOException e) {
        problems.add(
            new Problem(
                file.toString(), 1, "file", "it cannot be read", "Check that it is readable"));
      }
      return Optional.empty();
    }
  }
}
