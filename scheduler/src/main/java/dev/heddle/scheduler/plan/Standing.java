package dev.heddle.scheduler.plan;

import java.time.Duration;

/**
 * Where a component is now.
 *
 * @param placement where
 * @param moved how long ago it came there
 */
public record Standing(Placement placement, Duration moved) {}
