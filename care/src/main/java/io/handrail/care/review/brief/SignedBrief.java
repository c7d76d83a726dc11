package io.handrail.care.review.brief;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;
import java.util.Optional;

/**
 * A brief that a named person has put their name to. It is never changed.
 *
 * @param version counts from 1 for each client
 * @param name the person's display name then
 * @param remark what they added in their own words; may be empty
 * @param leftOut how many sentences of the draft they left out; empty for none
 */
public record SignedBrief(
    int version,
    Brief brief,
    StaffId by,
    String name,
    Instant at,
    String remark,
    Optional<Integer> leftOut) {}
