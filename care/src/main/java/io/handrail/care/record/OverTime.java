package io.handrail.care.record;

import io.handrail.care.Shelves;
import io.handrail.care.Shelves.OfClient;
import io.handrail.care.clinic.ClientId;
import io.handrail.care.protocol.Protocol;
import io.handrail.care.protocol.Protocols;
import io.handrail.care.protocol.Trend;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a client's diaries show over time: of each, its latest worksheet, which carries the rest.
 */
public final class OverTime {
  private final Shelves shelves;
  private final Protocols protocols;

  public OverTime(Shelves shelves, Protocols protocols) {
    this.shelves = shelves;
    this.protocols = protocols;
  }

  /**
   * A diary.
   *
   * @param run its latest worksheet
   */
  public record Diary(String title, String run, List<Trend> trends) {
    public Diary {
      trends = List.copyOf(trends);
    }
  }

  public List<Diary> of(ClientId client, String language) {
    var diaries = new ArrayList<Diary>();
    for (Protocol protocol : protocols.active()) {
      if (protocol.shown().series().isEmpty()) continue;
      latest(client, protocol)
          .ifPresent(record -> {
            List<Trend> trends = Trend.of(protocol, record.run(), language);
            if (trends.isEmpty()) return;
            diaries.add(new Diary(protocol.title(language), record.run().id().value(), trends));
          });
    }
    return diaries;
  }

  /** The latest worksheet of a protocol, finished or not. */
  public Optional<ExerciseRecord> latest(ClientId client, Protocol protocol) {
    return shelves
        .exerciseIndex()
        .get(client)
        .flatMap(index ->
            index.entries().stream()
                .filter(e -> e.protocol().name().equals(protocol.ref().name()))
                .findFirst())
        .flatMap(entry -> shelves.exercises().get(new OfClient<>(client, entry.run())));
  }
}
