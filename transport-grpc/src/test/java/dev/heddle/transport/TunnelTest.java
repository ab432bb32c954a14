package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RequestContext;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.CallLostException;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.Refusal;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.ReplicaView;
import dev.heddle.core.remote.ReplicaView.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(20)
class TunnelTest {
  private static final byte[] NOTHING = {};

  private final Wire wire = new Wire();

  @AfterEach
  void close() throws Exception {
    wire.close();
  }

  @Test
  void carriesACallAndItsAnswer() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    assertThat(Wire.sum(connection.call(Wire.call("add", Wire.addRequest(2, 40))))).isEqualTo(42);
    assertThat(connection.view().identity().orElseThrow().process()).isEqualTo("replica-1");
    assertThat(connection.view().components()).containsExactly("Desk");
    assertThat(connection.outstanding()).isZero();
  }

  @Test
  void carriesWhatTravelsWithACall() throws Exception {
    BlockingQueue<IncomingCall> seen = new LinkedBlockingQueue<>();
    TestCalls calls =
        new TestCalls(
            call -> {
              seen.add(call.call());
              call.trail().add("Vault.open@r1/local");
              return NOTHING;
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    try (HeddleRuntime runtime = runtime(Duration.ofSeconds(30))) {
      RequestContext context = runtime.requests().enter("ann", TraceContext.create());
      connection.call(Wire.call("badge", new byte[] {1, 2, 3}, Optional.of(context)));
      IncomingCall call = seen.take();
      assertThat(call.caller()).isEqualTo("Front");
      assertThat(call.component()).isSameAs(TestCalls.DESK);
      assertThat(call.method().name()).isEqualTo("badge");
      assertThat(call.request()).containsExactly(1, 2, 3);
      IncomingCall.Context arrived = call.context().orElseThrow();
      assertThat(arrived.requester()).isEqualTo("ann");
      assertThat(arrived.trace()).isEqualTo(context.trace());
      assertThat(arrived.trail()).isTrue();
      assertThat(arrived.remainingNanos()).isBetween(1L, Duration.ofSeconds(30).toNanos());
      assertThat(context.trail().orElseThrow().header()).isEqualTo("Vault.open@r1/local");
    }
    connection.call(Wire.call("badge", NOTHING));
    assertThat(seen.take().context()).isEmpty();
  }

  @Test
  void givesEachOfManyCallersItsOwnAnswer() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> done = new ArrayList<>();
      for (int i = 0; i < 64; i++) {
        int caller = i;
        done.add(
            callers.submit(
                () -> {
                  for (int j = 0; j < 500; j++) {
                    byte[] sum = connection.call(Wire.call("add", Wire.addRequest(caller, j)));
                    if (Wire.sum(sum) != caller + j) return false;
                  }
                  return true;
                }));
      }
      for (Future<Boolean> one : done) assertThat(one.get()).isTrue();
    }
    assertThat(connection.outstanding()).isZero();
  }

  @Test
  void answersInAnyOrder() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    TestCalls calls =
        new TestCalls(
            call -> {
              if (call.call().request()[0] == 1) second.await();
              return call.call().request();
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    CompletableFuture<byte[]> first =
        CompletableFuture.supplyAsync(() -> connection.call(Wire.call("echo", new byte[] {1})));
    assertThat(connection.call(Wire.call("echo", new byte[] {2}))).containsExactly(2);
    assertThat(first).isNotDone();
    second.countDown();
    assertThat(first.get()).containsExactly(1);
  }

  @Test
  void tellsTheReplicaThatTheDeadlineHasPassed() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    ReplicaConnection connection = wire.connected(wire.ready(until(cancelled)));
    try (HeddleRuntime runtime = runtime(Duration.ofMillis(100))) {
      RequestContext context = runtime.requests().enter("ann", TraceContext.create());
      assertThatThrownBy(() -> connection.call(Wire.call("echo", NOTHING, Optional.of(context))))
          .isInstanceOf(ComponentTimeoutException.class)
          .hasMessageContaining("Desk.echo: the deadline of 100 ms passed");
      cancelled.await();
    }
    assertThat(connection.outstanding()).isZero();
  }

  @Test
  void tellsTheReplicaThatTheRequestWasCancelled() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    TestCalls calls =
        new TestCalls(
            call -> {
              begun.countDown();
              call.awaitCancel();
              cancelled.countDown();
              return NOTHING;
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    try (HeddleRuntime runtime = runtime(Duration.ofMinutes(1))) {
      RequestContext context = runtime.requests().enter("ann", TraceContext.create());
      CompletableFuture<byte[]> call =
          CompletableFuture.supplyAsync(
              () -> connection.call(Wire.call("echo", NOTHING, Optional.of(context))));
      begun.await();
      context.cancel();
      assertThatThrownBy(call::join).hasCauseInstanceOf(ComponentCancelledException.class);
      cancelled.await();
    }
  }

  @Test
  void stopsACallWhoseThreadIsInterruptedAndKeepsTheInterrupt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    TestCalls calls =
        new TestCalls(
            call -> {
              begun.countDown();
              call.awaitCancel();
              cancelled.countDown();
              return NOTHING;
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    connection.call(Wire.call("echo", NOTHING));
                  } catch (ComponentCancelledException expected) {
                    kept.complete(Thread.currentThread().isInterrupted());
                  }
                });
    begun.await();
    caller.interrupt();
    assertThat(kept.get()).isTrue();
    cancelled.await();
  }

  @Test
  void refusesAProcessOfAnotherRevision() throws Exception {
    TestCalls calls = TestCalls.desk();
    ReplicaServer server = wire.ready(calls);
    ReplicaConnection connection = wire.connection(server.address(), "r2");
    ReplicaView view = Wire.await(connection, State.REFUSED);
    assertThat(view.problem()).isEqualTo("replica-1 is of revision r1, caller-1 of r2");
    assertThat(calls.refused()).containsExactly(Refusal.REVISION);
    assertThatThrownBy(() -> connection.call(Wire.call("echo", NOTHING)))
        .isInstanceOfSatisfying(
            CallNotBegunException.class,
            it -> assertThat(it.reason()).isEqualTo(CallNotBegunException.Reason.OTHER_REVISION));
  }

  @Test
  void takesNoCallsBeforeTheReplicaIsReady() throws Exception {
    ReplicaServer server = wire.server(Wire.ANYWHERE, TestCalls.desk());
    ReplicaConnection connection = wire.connection(server.address());
    Wire.await(connection, State.STARTING);
    assertThatThrownBy(() -> connection.call(Wire.call("echo", NOTHING)))
        .isInstanceOfSatisfying(
            CallNotBegunException.class,
            it -> assertThat(it.reason()).isEqualTo(CallNotBegunException.Reason.NOT_READY));
    server.ready();
    Wire.await(connection, State.READY);
    assertThat(connection.call(Wire.call("echo", NOTHING))).isEmpty();
  }

  @Test
  void drainsWhileCallsEnd() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    TestCalls calls =
        new TestCalls(
            call -> {
              begun.countDown();
              go.await();
              return new byte[] {7};
            });
    ReplicaServer server = wire.ready(calls);
    ReplicaConnection connection = wire.connected(server);
    CompletableFuture<byte[]> call =
        CompletableFuture.supplyAsync(() -> connection.call(Wire.call("echo", NOTHING)));
    begun.await();
    assertThat(server.drain(Duration.ZERO)).isFalse();
    Wire.await(connection, State.DRAINING);
    assertThatThrownBy(() -> connection.call(Wire.call("echo", NOTHING)))
        .isInstanceOf(CallNotBegunException.class);
    go.countDown();
    assertThat(server.drain(Duration.ofSeconds(30))).isTrue();
    server.close();
    assertThat(call.get()).containsExactly(7);
  }

  @Test
  void doesNotKnowWhatBecameOfACallWhoseReplicaWentAway() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch cancelled = new CountDownLatch(1);
    TestCalls calls =
        new TestCalls(
            call -> {
              begun.countDown();
              call.awaitCancel();
              cancelled.countDown();
              return NOTHING;
            });
    ReplicaServer server = wire.ready(calls);
    ReplicaConnection connection = wire.connected(server);
    CompletableFuture<byte[]> call =
        CompletableFuture.supplyAsync(() -> connection.call(Wire.call("echo", NOTHING)));
    begun.await();
    server.close();
    assertThatThrownBy(call::join).hasCauseInstanceOf(CallLostException.class);
    cancelled.await();
    Wire.await(connection, State.CONNECTING);
    assertThatThrownBy(() -> connection.call(Wire.call("echo", NOTHING)))
        .isInstanceOf(CallNotBegunException.class);
  }

  @Test
  void connectsAgainAfterALoss() throws Exception {
    ReplicaServer server = wire.ready(TestCalls.desk());
    ReplicaConnection connection = wire.connected(server);
    server.close();
    Wire.await(connection, State.CONNECTING);
    ReplicaServer next = wire.server(server.address(), TestCalls.desk());
    next.ready();
    Wire.await(connection, State.READY);
    assertThat(Wire.sum(connection.call(Wire.call("add", Wire.addRequest(1, 1))))).isEqualTo(2);
  }

  @Test
  void tellsThatACallThatWasBegunHasNoAnswer() throws Exception {
    TestCalls calls =
        new TestCalls(
            call -> {
              throw new StackOverflowError("deep");
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    assertThatThrownBy(() -> connection.call(Wire.call("echo", NOTHING)))
        .isInstanceOf(CallLostException.class)
        .hasMessageContaining("replica-1 has no answer")
        .hasMessageContaining("deep");
  }

  @Test
  void endsCallsWhenTheConnectionIsClosed() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    TestCalls calls =
        new TestCalls(
            call -> {
              begun.countDown();
              call.awaitCancel();
              return NOTHING;
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    CompletableFuture<byte[]> call =
        CompletableFuture.supplyAsync(() -> connection.call(Wire.call("echo", NOTHING)));
    begun.await();
    connection.close();
    assertThatThrownBy(call::join).hasCauseInstanceOf(CallLostException.class);
    assertThat(connection.view().state()).isEqualTo(State.CLOSED);
  }

  @Test
  void callsThroughASocketThatOnlyItsOwnerMayReach(@TempDir Path directory) throws Exception {
    Path socket = directory.resolve("made/desk.sock");
    ReplicaServer server = wire.server(new ReplicaAddress.UnixSocket(socket), TestCalls.desk());
    server.ready();
    ReplicaConnection connection = wire.connected(server);
    byte[] text = "hello".getBytes(StandardCharsets.UTF_8);
    assertThat(Wire.echoed(connection.call(Wire.call("echo", Wire.echoRequest(text)))))
        .isEqualTo(text);
    assertThat(Files.getPosixFilePermissions(directory.resolve("made"))).hasSize(3);
    server.close();
    assertThat(socket).doesNotExist();
  }

  private static TestCalls until(CountDownLatch cancelled) {
    return new TestCalls(
        call -> {
          call.awaitCancel();
          cancelled.countDown();
          return NOTHING;
        });
  }

  private static HeddleRuntime runtime(Duration deadline) {
    return HeddleRuntime.builder(new ComponentCatalog(List.of(), List.of()))
        .options(RuntimeOptions.DEFAULT.withRequestDeadline(deadline).withTrails(true))
        .build();
  }
}
