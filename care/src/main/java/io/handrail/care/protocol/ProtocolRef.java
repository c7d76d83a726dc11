package io.handrail.care.protocol;

/** A protocol at one version; a published version never changes. */
public record ProtocolRef(String name, String version) {
  @Override
  public String toString() {
    return name + "@" + version;
  }
}
