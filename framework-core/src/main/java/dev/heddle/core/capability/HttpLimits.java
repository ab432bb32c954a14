package dev.heddle.core.capability;

import java.time.Duration;

/**
 * Bounds on HTTP calls.
 *
 * @param requestBytes the longest body of a request
 * @param responseBytes the longest body of a response
 * @param timeout the longest timeout of a call
 */
public record HttpLimits(long requestBytes, long responseBytes, Duration timeout) {}
