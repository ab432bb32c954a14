package dev.heddle.cli;

import java.time.Instant;

/**
 * One line of a run's log.
 *
 * @param at when it was read
 * @param process who wrote it
 * @param component whose own line it is; empty when it is no component's
 */
record KeptLine(Instant at, String process, String component, String line) {}
