package dev.heddle.placements;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ReplicaServer;
import java.util.Optional;
import java.util.Set;

/** Calls through a tunnel, whose other end is in this process. */
class RemoteConformanceTest extends ReplicaConformance {
  private Optional<HeddleRuntime> replica = Optional.empty();

  @Override
  void prepare() {
    HeddleRuntime served =
        Applications.start(RuntimeOptions.DEFAULT.withTrails(true), journal(), Optional.empty());
    replica = Optional.of(served);
    ReplicaServer server =
        transport()
            .listen(
                socket(),
                served.incoming(
                    Applications.identity("replica"), Set.of(), Granting.NOTHING, 1_000));
    server.ready();
  }

  @Override
  void end() {
    transport().close();
    replica.ifPresent(HeddleRuntime::close);
  }

  @Override
  public String inner() {
    return "local";
  }
}
