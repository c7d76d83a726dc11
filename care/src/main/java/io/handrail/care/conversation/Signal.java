package io.handrail.care.conversation;

/**
 * One reason for a level.
 *
 * @param name what was seen, in clinical words with underscores, for example {@code
 *     intent_explicit}
 * @param level what this signal alone asks for
 * @param words the client's own words it rests on; empty when it rests on the context
 */
public record Signal(String name, Level level, String words) {}
