package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RequestContext;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.CallLostException;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaView.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OtherProcessTest {
  private static final byte[] NOTHING = {};

  private final Wire wire = new Wire();

  @AfterEach
  void close() throws Exception {
    wire.close();
  }

  @Test
  void losesCallsOfAProcessThatIsKilledAndFindsTheNextOne() throws Exception {
    try (ReplicaProcess replica = ReplicaProcess.start(Wire.ANYWHERE)) {
      ReplicaConnection connection = wire.connection(replica.address());
      assertThat(Wire.await(connection, State.READY).identity().orElseThrow().pid())
          .isEqualTo(replica.pid());
      CompletableFuture<byte[]> call =
          CompletableFuture.supplyAsync(() -> connection.call(Wire.call("fail", NOTHING)));
      while (connection.outstanding() == 0) Thread.onSpinWait();
      add(connection);
      replica.signal("KILL");
      assertThatThrownBy(call::join).hasCauseInstanceOf(CallLostException.class);
      Wire.await(connection, State.CONNECTING);
      assertThatThrownBy(() -> add(connection)).isInstanceOf(CallNotBegunException.class);
      try (ReplicaProcess next = ReplicaProcess.start(replica.address())) {
        Wire.await(connection, State.READY);
        assertThat(connection.view().identity().orElseThrow().pid()).isEqualTo(next.pid());
        add(connection);
      }
    }
  }

  @Test
  void callsOfAFrozenProcessEndAtTheirDeadlinesAndItGoesOnAfterwards(@TempDir Path directory)
      throws Exception {
    ReplicaAddress socket = new ReplicaAddress.UnixSocket(directory.resolve("own/replica"));
    try (ReplicaProcess replica = ReplicaProcess.start(socket);
        HeddleRuntime runtime = runtime()) {
      ReplicaConnection connection = wire.connection(socket);
      Wire.await(connection, State.READY);
      replica.signal("STOP");
      byte[] large = Wire.echoRequest(new byte[TunnelLimits.WHOLE_BYTES - 100]);
      // More than its socket and this process's outbox take.
      for (int i = 0; i < 5; i++) {
        List<CompletableFuture<byte[]>> calls =
            java.util.stream.IntStream.range(0, 64)
                .mapToObj(
                    n ->
                        CompletableFuture.supplyAsync(
                            () -> echo(runtime, connection, large), Thread::startVirtualThread))
                .toList();
        for (CompletableFuture<byte[]> call : calls) {
          assertThatThrownBy(call::join).hasCauseInstanceOf(ComponentTimeoutException.class);
        }
      }
      assertThat(connection.outstanding()).isZero();
      replica.signal("CONT");
      add(connection);
    }
  }

  private static byte[] echo(HeddleRuntime runtime, ReplicaConnection connection, byte[] request) {
    RequestContext context = runtime.requests().enter("ann", TraceContext.create());
    return connection.call(Wire.call("echo", request, Optional.of(context)));
  }

  private static void add(ReplicaConnection connection) {
    assertThat(Wire.sum(connection.call(Wire.call("add", Wire.addRequest(20, 22))))).isEqualTo(42);
  }

  private static HeddleRuntime runtime() {
    return HeddleRuntime.builder(new ComponentCatalog(List.of(), List.of()))
        .options(RuntimeOptions.DEFAULT.withRequestDeadline(Duration.ofMillis(200)))
        .build();
  }
}
