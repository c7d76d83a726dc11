package io.handrail.web.up;

/**
 * Told in each service's context once every service answers and what had to be seeded is there.
 * Work that goes on beside requests begins with it; sooner, it would meet the seeding half way.
 */
public record HouseOpened() {}
