package io.handrail.chatbot.http;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * What a device sends: words, a number, or a tap.
 *
 * @param id the message id, made by the device
 * @param text what was written
 * @param move what was tapped, in the form of {@link io.handrail.chatbot.turn.Move#read}; {@code
 *     pick} alone takes its options from {@code option}
 * @param number what was chosen on the scale
 * @param option ids of ticked options
 * @param label the words on what was tapped, used where the page knows no better
 */
@Serdeable
record Sent(
    @Nullable String id,
    @Nullable String text,
    @Nullable String move,
    @Nullable String number,
    @Nullable List<String> option,
    @Nullable String label) {}
