package io.handrail.care.alert;

import io.handrail.care.clinic.ClinicId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * The clinics that ever had a flag, so that open ones are found without a scan. A clinic is never
 * taken off: between finding its queue empty and taking it off, a flag could come and be lost.
 */
public record AlertRoll(List<ClinicId> clinics) {
  public static final AlertRoll EMPTY = new AlertRoll(List.of());

  /** The key of the one roll there is. */
  public static final String KEY = "all";

  public AlertRoll {
    clinics = List.copyOf(clinics);
  }

  public AlertRoll with(ClinicId clinic) {
    return with(List.of(clinic));
  }

  public AlertRoll with(Collection<ClinicId> more) {
    if (clinics.containsAll(more)) return this;
    var all = new ArrayList<>(clinics);
    more.stream().filter(c -> !all.contains(c)).distinct().forEach(all::add);
    return new AlertRoll(all);
  }
}
