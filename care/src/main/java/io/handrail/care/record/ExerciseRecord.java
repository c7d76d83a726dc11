package io.handrail.care.record;

import io.handrail.care.conversation.ConversationId;
import io.handrail.care.protocol.Run;
import java.time.Instant;

/**
 * A worksheet as it was left: finished or stopped.
 *
 * @param firstSeq the journal's first turn of the exercise
 * @param lastSeq its last
 */
public record ExerciseRecord(
    Run run,
    ConversationId conversation,
    Instant startedAt,
    Instant endedAt,
    long firstSeq,
    long lastSeq) {}
