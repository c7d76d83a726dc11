package io.handrail.care.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every finished sitting of one client, newest first. */
public record MeasureBook(List<MeasureResult> results) {
  public static final MeasureBook EMPTY = new MeasureBook(List.of());

  public MeasureBook {
    results = List.copyOf(results);
  }

  /** Adds a result; one of the same sitting is left as it is, so adding again changes nothing. */
  public MeasureBook with(MeasureResult result) {
    if (find(result.id()).isPresent()) return this;
    var all = new ArrayList<MeasureResult>();
    all.add(result);
    all.addAll(results);
    return new MeasureBook(all);
  }

  public Optional<MeasureResult> find(String id) {
    return results.stream().filter(r -> r.id().equals(id)).findFirst();
  }

  /** The results of one instrument, whatever its version, newest first. */
  public List<MeasureResult> of(String instrument) {
    return results.stream().filter(r -> r.instrument().name().equals(instrument)).toList();
  }

  /** The newest result of this instrument before a journal place, where it has a total. */
  public Optional<MeasureResult> before(String instrument, long turn) {
    return of(instrument).stream()
        .filter(r -> r.turn() < turn && r.total().isPresent())
        .findFirst();
  }

  /** The first result of this instrument that has a total. */
  public Optional<MeasureResult> first(String instrument) {
    return of(instrument).stream()
        .filter(r -> r.total().isPresent())
        .reduce((newer, older) -> older);
  }
}
