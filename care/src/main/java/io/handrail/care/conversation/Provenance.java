package io.handrail.care.conversation;

import io.handrail.care.protocol.ProtocolRef;
import java.util.Optional;

/**
 * What stood behind a reply.
 *
 * @param step the step that was answered
 * @param prompt the prompt's name and version, for example {@code phrase@1.0.0}; empty when no
 *     model was asked
 */
public record Provenance(
    Optional<ProtocolRef> protocol, Optional<String> step, Optional<String> prompt) {
  public static final Provenance NONE =
      new Provenance(Optional.empty(), Optional.empty(), Optional.empty());
}
