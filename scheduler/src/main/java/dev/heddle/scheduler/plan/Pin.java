package dev.heddle.scheduler.plan;

/**
 * A placement that somebody has asked for.
 *
 * @param place where
 * @param by who or what asked, in words: {@code configuration}
 */
public record Pin(Place place, String by) {}
