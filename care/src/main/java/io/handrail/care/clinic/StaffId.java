package io.handrail.care.clinic;

/** Names one member of staff, always together with the clinic: an id alone reaches nobody. */
public record StaffId(ClinicId clinic, String value) {
  public StaffId {
    java.util.Objects.requireNonNull(clinic);
    IdText.checked("staff", value);
  }

  /** Reads {@link #toString()}'s form, {@code clinic/value}. */
  public static StaffId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) throw new IllegalArgumentException("expected clinic/staff");
    return new StaffId(new ClinicId(text.substring(0, slash)), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return clinic + "/" + value;
  }
}
