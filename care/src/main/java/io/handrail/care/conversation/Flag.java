package io.handrail.care.conversation;

import java.time.Instant;

/**
 * Something in a turn that a person must look at. It is written with the turn; who acknowledged it
 * is kept with the risk queue ({@code care.review}).
 *
 * @param id the turn's id and a number, unique for ever
 * @param reason in a word: {@code risk}, {@code screen_failed}, {@code stuck}, {@code
 *     turn_unfinished}, {@code asks_to_be_called}, {@code warning_sign_on_the_safety_plan}
 */
public record Flag(String id, Level level, String reason, Instant raisedAt) {}
