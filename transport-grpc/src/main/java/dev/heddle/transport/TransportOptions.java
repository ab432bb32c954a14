package dev.heddle.transport;

import dev.heddle.component.wire.WireLimits;
import java.time.Duration;
import java.util.Optional;

/**
 * How a transport speaks.
 *
 * @param limits bounds of requests and responses
 * @param deadline how long a call of a gRPC client may take that names no deadline
 * @param tls for addresses of hosts; sockets of the file system need none
 * @param insecure whether other machines are spoken to, and listened to, without TLS
 * @param reflection whether gRPC clients may ask for services and their messages; without a word
 *     they may where only this machine's processes can ask
 * @param lending whether a caller whose calls follow each other sends and receives on its own
 *     thread, where that is possible
 */
public record TransportOptions(
    WireLimits limits,
    Duration deadline,
    Optional<TlsFiles> tls,
    boolean insecure,
    Optional<Boolean> reflection,
    boolean lending) {

  /** Default limits, 30 seconds, and without TLS nothing beyond this machine. */
  public static final TransportOptions DEFAULT =
      new TransportOptions(
          WireLimits.DEFAULT,
          Duration.ofSeconds(30),
          Optional.empty(),
          false,
          Optional.empty(),
          true);

  /** The same with other limits. */
  public TransportOptions withLimits(WireLimits others) {
    return new TransportOptions(others, deadline, tls, insecure, reflection, lending);
  }

  /** The same with TLS. */
  public TransportOptions withTls(TlsFiles files) {
    return new TransportOptions(
        limits, deadline, Optional.of(files), insecure, reflection, lending);
  }

  /** The same, with or without leave to do without TLS. */
  public TransportOptions withInsecure(boolean allowed) {
    return new TransportOptions(limits, deadline, tls, allowed, reflection, lending);
  }

  /** The same, with or without callers that send and receive themselves. */
  public TransportOptions withLending(boolean allowed) {
    return new TransportOptions(limits, deadline, tls, insecure, reflection, allowed);
  }
}
