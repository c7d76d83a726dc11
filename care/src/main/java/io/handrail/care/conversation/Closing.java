package io.handrail.care.conversation;

import java.time.Instant;

/** The second and last write of a turn. */
public record Closing(Instant at, Outcome outcome, Provenance provenance) {}
