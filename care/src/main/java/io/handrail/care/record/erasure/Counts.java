package io.handrail.care.record.erasure;

/**
 * What was destroyed, in numbers.
 *
 * @param entries of the journal: what was said, shown and done in the chat
 * @param concerns flags that asked for a person the same working day
 * @param crises flags that asked for a person at once
 */
public record Counts(
    long entries,
    int conversations,
    int worksheets,
    int homework,
    int questionnaires,
    int safetyPlanVersions,
    int remembered,
    int briefs,
    int planVersions,
    int concerns,
    int crises) {}
