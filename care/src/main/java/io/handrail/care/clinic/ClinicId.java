package io.handrail.care.clinic;

/** Names one clinic, the tenant. */
public record ClinicId(String value) {
  public ClinicId {
    IdText.checked("clinic", value);
  }

  @Override
  public String toString() {
    return value;
  }
}
