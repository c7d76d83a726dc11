package io.handrail.care.access;

import java.time.Instant;
import java.util.Optional;

/**
 * One sign-in on one device and every refresh token that followed from it. Showing a token that was
 * used before ends the whole family.
 *
 * @param account the sign-in name
 * @param current SHA-256 of the one refresh token that is good now
 * @param previous SHA-256 of the one before it, which a second tab may still show for some seconds
 * @param rotatedAt when {@code current} was made
 */
public record SessionFamily(
    String id,
    String account,
    int generation,
    String current,
    Optional<String> previous,
    Instant rotatedAt,
    Instant expiresAt,
    boolean ended) {}
