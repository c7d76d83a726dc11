package io.handrail.care.protocol;

/**
 * A step as a model is told of it.
 *
 * @param ask the question the script would ask
 * @param why one line on its reason; may be empty
 * @param collects JSON Schema of what a model may read out of the answer, as text; empty when it
 *     may not, or the step collects nothing
 */
public record Brief(String id, String ask, String why, String collects) {}
