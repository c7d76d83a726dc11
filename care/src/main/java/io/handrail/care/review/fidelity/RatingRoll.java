package io.handrail.care.review.fidelity;

import io.handrail.care.clinic.ClientId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What one clinician rated, the latest conversations first: numbers only, so that agreement can be
 * told without opening anything.
 */
public record RatingRoll(List<Entry> entries) {
  public static final RatingRoll EMPTY = new RatingRoll(List.of());
  private static final int ENTRIES_MAX = 400;

  public RatingRoll {
    entries = List.copyOf(entries);
  }

  /** One conversation. */
  public record Entry(
      ClientId client,
      String conversation,
      Map<String, Integer> rated,
      Map<String, Integer> drafted) {
    public Entry {
      rated = Map.copyOf(rated);
      drafted = Map.copyOf(drafted);
    }

    boolean sameAs(Entry other) {
      return client.equals(other.client) && conversation.equals(other.conversation);
    }
  }

  /** Takes a client out, who was erased. */
  public RatingRoll without(ClientId client) {
    var left = entries.stream().filter(e -> !e.client().equals(client)).toList();
    return left.size() == entries.size() ? this : new RatingRoll(left);
  }

  /** Adds an entry, or puts it in the place of the older one of the same conversation. */
  public RatingRoll with(Entry entry) {
    return new RatingRoll(
        Stream.concat(Stream.of(entry), entries.stream().filter(e -> !e.sameAs(entry)))
            .limit(ENTRIES_MAX)
            .toList());
  }
}
