package io.handrail.tests.eval.nodes;

import java.time.Instant;

/**
 * A letter that arrived.
 *
 * @param key what is the same for every repeat of one telling
 * @param reference the flag's name outside the house
 * @param to an address, or {@code webhook}
 */
record Received(String key, String reference, String to, Instant at) {}
