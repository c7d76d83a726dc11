package io.handrail.tests.stage;

/**
 * A way in, as the product printed it.
 *
 * @param role {@code client}, {@code clinician} or {@code admin}
 * @param name the person's name
 */
public record SignIn(String role, String name, String user, String password) {}
