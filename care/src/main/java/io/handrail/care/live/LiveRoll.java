package io.handrail.care.live;

import io.handrail.care.clinic.ClinicId;
import java.util.ArrayList;
import java.util.List;

/**
 * The clinics that ever had something on their {@link LiveBoard}. None is taken off: between
 * finding a board empty and taking it off, an entry could come and be lost.
 */
public record LiveRoll(List<ClinicId> clinics) {
  public static final LiveRoll EMPTY = new LiveRoll(List.of());

  /** The key of the one roll there is. */
  public static final String KEY = "all";

  public LiveRoll {
    clinics = List.copyOf(clinics);
  }

  public LiveRoll with(ClinicId clinic) {
    if (clinics.contains(clinic)) return this;
    var all = new ArrayList<>(clinics);
    all.add(clinic);
    return new LiveRoll(all);
  }
}
