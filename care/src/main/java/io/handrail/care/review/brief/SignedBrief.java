package io.handrail.care.review.brief;

import io.handrail.care.clinic.StaffId;
import java.time.Instant;

/**
 * A brief that a named person has put their name to. It is never changed.
 *
 * @param version counts from 1 for each client
 * @param name the person's display name then
 * @param remark what they added in their own words; may be empty
 */
public record SignedBrief(
    int version, Brief brief, StaffId by, String name, Instant at, String remark) {}
