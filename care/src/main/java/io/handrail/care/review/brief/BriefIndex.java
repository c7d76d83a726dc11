package io.handrail.care.review.brief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The signed briefs of one client, newest first; the briefs themselves are kept apart. */
public record BriefIndex(List<Entry> entries) {
  public static final BriefIndex EMPTY = new BriefIndex(List.of());

  public BriefIndex {
    entries = List.copyOf(entries);
  }

  /** One signed brief. */
  public record Entry(int version, Instant at, String name) {}

  public Optional<Entry> last() {
    return entries.stream().findFirst();
  }

  /** Adds an entry; one that is there already is left as it is. */
  public BriefIndex with(Entry entry) {
    if (entries.stream().anyMatch(e -> e.version() == entry.version())) return this;
    return new BriefIndex(
        Stream.concat(Stream.of(entry), entries.stream())
            .sorted((a, b) -> Integer.compare(b.version(), a.version()))
            .toList());
  }
}
