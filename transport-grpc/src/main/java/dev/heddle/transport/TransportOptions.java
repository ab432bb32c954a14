package dev.heddle.transport;

import dev.heddle.component.wire.WireLimits;
import java.time.Duration;

/**
 * How a transport speaks.
 *
 * @param limits bounds of requests and responses
 * @param deadline how long a call of a gRPC client may take that names no deadline
 * @param reflection whether gRPC clients may ask for services and their messages
 */
public record TransportOptions(WireLimits limits, Duration deadline, boolean reflection) {

  /** Default limits, 30 seconds, with reflection and without TLS. */
  public static final TransportOptions DEFAULT =
      new TransportOptions(WireLimits.DEFAULT, Duration.ofSeconds(30), true);

  /** The same with other limits. */
  public TransportOptions withLimits(WireLimits others) {
    return new TransportOptions(others, deadline, reflection);
  }
}
