package io.handrail.care.record.audit;

import io.handrail.care.clinic.ClinicId;
import java.util.ArrayList;
import java.util.List;

/** The clinics that have a trail, so that a command finds them without a scan. */
public record AuditRoll(List<ClinicId> clinics) {
  public static final AuditRoll EMPTY = new AuditRoll(List.of());

  /** The key of the one roll there is. */
  public static final String KEY = "all";

  public AuditRoll {
    clinics = List.copyOf(clinics);
  }

  AuditRoll with(ClinicId clinic) {
    if (clinics.contains(clinic)) return this;
    var all = new ArrayList<>(clinics);
    all.add(clinic);
    return new AuditRoll(all);
  }
}
