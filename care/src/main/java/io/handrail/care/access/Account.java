package io.handrail.care.access;

import java.time.Instant;

/**
 * A way to sign in. Kept under the sign-in name in lower case.
 *
 * @param name the sign-in name, 3 to 80 characters, lower case
 * @param passwordHash Argon2id in its encoded form
 * @param actor who this is, with their roles; a session is made from it
 * @param generation counts password changes and sign-outs everywhere; an older session is dead
 */
public record Account(
    String name,
    String passwordHash,
    Actor actor,
    boolean enabled,
    int generation,
    Instant since) {}
