package dev.heddle.placements;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.transport.GrpcTransport;
import dev.heddle.transport.TransportOptions;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls to a sandbox in another process. */
class OtherProcessConformanceTest extends PlacementConformance {
  private final GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT);
  private Optional<ReplicaProcess> replica = Optional.empty();

  @Test
  void aCallThatIsLostWithItsReplicaIsNotMadeAgain() {
    int page = page();
    assertThatThrownBy(() -> workbench().crash(page))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("lost during the call");
    // The replica that takes its place is not asked to make it.
    assertThat(workbench().text("there")).isEqualTo("there");
    assertThat(journal().count(page)).isOne();
  }

  @Test
  void aCallOfAnIdempotentMethodIsMadeAgainAndNotMoreOftenThanConfigured() {
    int page = page();
    assertThatThrownBy(() -> workbench().crashAgain(page, false))
        .isInstanceOf(ComponentUnavailableException.class)
        .hasMessageContaining("3 times");
    assertThat(journal().count(page)).isEqualTo(3);
    assertThat(workbench().crashAgain(page, true)).isEqualTo(page);
  }

  @Override
  void prepare() throws IOException {
    replica = Optional.of(new ReplicaProcess(socket(), file()));
  }

  @Override
  void end() {
    transport.close();
    replica.ifPresent(ReplicaProcess::close);
  }

  @Override
  public HeddleRuntime application(RuntimeOptions options) {
    return Applications.start(
        options.withPlacement(Placement.REMOTE),
        journal(),
        Optional.of(Applications.replicas(transport, socket())));
  }

  @Override
  public String placement() {
    return "remote/replica";
  }

  @Override
  public String inner() {
    return "sandboxed";
  }
}
