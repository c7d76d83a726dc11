package io.handrail.care.protocol;

/** A protocol that has passed every check. */
public interface Protocol {
  ProtocolRef ref();

  /** The name a client reads, in the given language. */
  String title(String language);
}
