package dev.heddle.component;

import java.time.Instant;

/**
 * Where a delivered event comes from.
 *
 * @param id the event's own, the same at every delivery
 * @param producer name of the component that published it
 * @param revision the revision on which that component ran
 * @param publishedAt when it was published, by the clock of the publishing process
 * @param attempt how many times this subscription has been called with it, this time included
 */
public record EventOrigin(
    String id, String producer, String revision, Instant publishedAt, int attempt) {}
