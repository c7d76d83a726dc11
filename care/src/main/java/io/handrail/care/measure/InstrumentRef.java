package io.handrail.care.measure;

/** A version of an instrument, for example {@code phq9 1.0.0}. */
public record InstrumentRef(String name, String version) {
  @Override
  public String toString() {
    return name + " " + version;
  }
}
