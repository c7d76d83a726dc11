package io.handrail.care.protocolfile;

import io.handrail.care.protocol.Phrases;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.ProtocolRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Versions that only exercises under way still need. Their names are known from the start; each is
 * read when the first of these exercises comes, so that the many that nobody needs cost no start.
 * {@code protocols check} reads them all.
 */
final class Retired {
  private static final Pattern NAME = head("protocol");
  private static final Pattern VERSION = head("version");
  private static final Pattern STATUS = head("status");

  /** A file of the folder, by its name. */
  record Kept(String file, String text) {}

  private final Map<ProtocolRef, Kept> kept;
  private final Phrases phrases;
  private final Set<String> contraindications;
  private final Map<ProtocolRef, Optional<Protocol>> read = new ConcurrentHashMap<>();

  Retired(Map<ProtocolRef, Kept> kept, Phrases phrases, Set<String> contraindications) {
    this.kept = Map.copyOf(kept);
    this.phrases = phrases;
    this.contraindications = Set.copyOf(contraindications);
  }

  static Retired none() {
    return new Retired(Map.of(), new Phrases(new HashMap<>()), Set.of());
  }

  /** What the file says that it is; empty when its first lines do not say it. */
  static Optional<ProtocolRef> ref(String text) {
    Matcher name = NAME.matcher(text);
    Matcher version = VERSION.matcher(text);
    return name.find() && version.find()
        ? Optional.of(new ProtocolRef(name.group(1), version.group(1)))
        : Optional.empty();
  }

  static boolean says(String text) {
    Matcher status = STATUS.matcher(text);
    return status.find() && status.group(1).equals("retired");
  }

  Optional<Protocol> at(ProtocolRef ref) {
    Kept file = kept.get(ref);
    return file == null ? Optional.empty() : read.computeIfAbsent(ref, r -> read(file));
  }

  private Optional<Protocol> read(Kept file) {
    return switch (ProtocolFile.read(
        file.file(), file.text(), phrases, Optional.of(contraindications))) {
      case ProtocolFile.Result.Loaded(Protocol protocol) -> Optional.of(protocol);
      case ProtocolFile.Result.Refused refused -> Optional.empty();
    };
  }

  private static Pattern head(String key) {
    return Pattern.compile("(?m)^" + key + ":[ \\t]+[\"']?([\\w.]+)");
  }
}
