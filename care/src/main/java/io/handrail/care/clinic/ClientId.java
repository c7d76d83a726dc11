package io.handrail.care.clinic;

/** Names one client, always together with the clinic: an id alone reaches nobody. */
public record ClientId(ClinicId clinic, String value) {
  public ClientId {
    java.util.Objects.requireNonNull(clinic);
    IdText.checked("client", value);
  }

  /** Reads {@link #toString()}'s form, {@code clinic/value}. */
  public static ClientId parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) throw new IllegalArgumentException("expected clinic/client");
    return new ClientId(new ClinicId(text.substring(0, slash)), text.substring(slash + 1));
  }

  @Override
  public String toString() {
    return clinic + "/" + value;
  }
}
