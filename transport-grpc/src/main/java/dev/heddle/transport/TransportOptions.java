package dev.heddle.transport;

import dev.heddle.component.wire.WireLimits;

/**
 * How a transport speaks.
 *
 * @param limits bounds of requests and responses
 */
public record TransportOptions(WireLimits limits) {

  /** Default limits, without TLS. */
  public static final TransportOptions DEFAULT = new TransportOptions(WireLimits.DEFAULT);
}
