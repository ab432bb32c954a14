package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.remote.HeddlePeer.Way;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is compared. */
enum Contender {
  /** Calls outside of any request. */
  HEDDLE(new HeddlePeer(Way.TCP, false)),
  /** Calls of requests with a deadline and a trace. */
  HEDDLE_CONTEXT(new HeddlePeer(Way.TCP, true)),
  HEDDLE_UNIX(new HeddlePeer(Way.UNIX, false)),
  /** Both sides show certificates. */
  HEDDLE_TLS(new HeddlePeer(Way.TLS, false)),
  GRPC(new GrpcPeer()),
  SOCKET(new SocketPeer()),
  REST(new RestPeer());

  private final Peer peer;

  Contender(Peer peer) {
    this.peer = peer;
  }

  Peer peer() {
    return peer;
  }

  /** How long it is called before it is measured; some get to their speed later than others. */
  Duration warming() {
    return Duration.ofSeconds(this == REST ? 25 : 10);
  }

  /** The name for people. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Contender of(String word) {
    return Stream.of(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no contender "
                        + word
                        + ", but "
                        + Stream.of(values())
                            .map(Contender::word)
                            .collect(Collectors.joining(", "))));
  }
}
