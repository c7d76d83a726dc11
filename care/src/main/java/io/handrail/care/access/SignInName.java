package io.handrail.care.access;

/**
 * Under which name somebody signs in, so that their account is found from the person and not only
 * from the name they type.
 *
 * @param name the sign-in name, lower case
 */
public record SignInName(String name) {}
