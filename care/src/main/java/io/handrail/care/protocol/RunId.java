package io.handrail.care.protocol;

/** Names one client's one go at one protocol. */
public record RunId(String value) {
  @Override
  public String toString() {
    return value;
  }
}
