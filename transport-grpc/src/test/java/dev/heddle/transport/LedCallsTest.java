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
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.ReplicaView.State;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One caller whose calls follow each other leads the event loop; nothing else may change by it. */
@Timeout(20)
class LedCallsTest {
  private static final int ENOUGH = 200;
  private static final byte[] NOTHING = {};
  private static final byte STUCK = 1;

  private final Wire wire = new Wire();
  private final Executor others = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() throws Exception {
    wire.close();
  }

  @Test
  void answersBothOfTwoCallersWhoComeAndGo() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    for (int round = 0; round < 50; round++) {
      CompletableFuture<Void> other = CompletableFuture.runAsync(() -> calls(connection), others);
      calls(connection);
      other.get();
    }
    assertThat(connection.outstanding()).isZero();
  }

  @Test
  void answersOneWhoWaitsForAnotherReplica() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    GrpcTransport transport = wire.transport();
    ReplicaConnection quick = connected(transport, TestCalls.desk());
    ReplicaConnection slow =
        connected(
            transport,
            new TestCalls(
                call -> {
                  go.await();
                  return call.call().request();
                }));
    calls(quick);
    CompletableFuture<byte[]> waits =
        CompletableFuture.supplyAsync(() -> slow.call(Wire.call("echo", new byte[] {7})), others);
    calls(quick);
    go.countDown();
    assertThat(waits.get()).containsExactly(7);
  }

  @Test
  void endsAtTheDeadlineWhileItLeads() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(stuckOnRequest()));
    try (HeddleRuntime runtime = runtime(Duration.ofMillis(100))) {
      for (int round = 0; round < 5; round++) {
        quickly(connection);
        RequestContext context = runtime.requests().enter("ann", TraceContext.create());
        assertThatThrownBy(() -> connection.call(Wire.call("echo", stuck(), Optional.of(context))))
            .isInstanceOf(ComponentTimeoutException.class);
      }
    }
  }

  @Test
  void stopsWhenTheThreadThatLeadsIsInterrupted() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(stuckOnRequest()));
    CompletableFuture<Boolean> kept = new CompletableFuture<>();
    CountDownLatch begins = new CountDownLatch(1);
    Thread caller =
        Thread.ofVirtual()
            .start(
                () -> {
                  quickly(connection);
                  begins.countDown();
                  try {
                    connection.call(Wire.call("echo", stuck()));
                  } catch (ComponentCancelledException expected) {
                    kept.complete(Thread.currentThread().isInterrupted());
                  }
                });
    begins.await();
    caller.interrupt();
    assertThat(kept.get()).isTrue();
    quickly(connection);
  }

  @Test
  void seesThatTheReplicaDrainsBetweenItsCalls() throws Exception {
    ReplicaServer server = wire.ready(TestCalls.desk());
    ReplicaConnection connection = wire.connected(server);
    calls(connection);
    assertThat(server.drain(Duration.ofSeconds(5))).isTrue();
    Wire.await(connection, State.DRAINING);
  }

  @Test
  void losesTheCallThatItLeadsWhenTheReplicaGoesAway() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    TestCalls stuck =
        new TestCalls(
            call -> {
              if (call.call().request().length > 0) {
                begun.countDown();
                call.awaitCancel();
              }
              return NOTHING;
            });
    ReplicaServer server = wire.ready(stuck);
    ReplicaConnection connection = wire.connected(server);
    quickly(connection);
    CompletableFuture<byte[]> lost =
        CompletableFuture.supplyAsync(() -> connection.call(Wire.call("echo", stuck())), others);
    begun.await();
    server.close();
    assertThatThrownBy(lost::join).hasCauseInstanceOf(CallLostException.class);
  }

  @Test
  void saysWhatBecameOfACallWhileTheConnectionIsClosed() throws Exception {
    ReplicaServer server = wire.ready(TestCalls.desk());
    for (int round = 0; round < 10; round++) {
      ReplicaConnection connection = wire.connected(server);
      CompletableFuture<Void> caller =
          CompletableFuture.runAsync(() -> callsUntilTheEnd(connection), others);
      Thread.sleep(round % 10);
      connection.close();
      assertThatThrownBy(caller::join)
          .cause()
          .isInstanceOfAny(CallLostException.class, CallNotBegunException.class);
    }
  }

  @Test
  void isNotBrokenOffWhereTheStackHasNoRoom() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    AtomicInteger lost = new AtomicInteger();
    for (int i = 0; i < 20; i++) {
      calls(connection);
      Thread.ofPlatform()
          .stackSize(256 * 1024)
          .start(() -> callsFromTheEndOfTheStack(1_000_000, connection, new int[1], lost))
          .join();
    }
    assertThat(lost).hasValue(0);
  }

  @Test
  void carriesLargeMessagesBothWays() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    byte[] large = new byte[1_000_000];
    large[999_999] = 42;
    for (int i = 0; i < 20; i++) {
      calls(connection);
      byte[] echoed = Wire.echoed(connection.call(Wire.call("echo", Wire.echoRequest(large))));
      assertThat(echoed).isEqualTo(large);
    }
  }

  private ReplicaConnection connected(GrpcTransport transport, TestCalls calls)
      throws InterruptedException {
    ReplicaConnection connection =
        transport.connect(wire.ready(calls).address(), TestCalls.identity("r1", "caller-1"));
    Wire.await(connection, State.READY);
    return connection;
  }

  private static void calls(ReplicaConnection connection) {
    for (int i = 0; i < ENOUGH; i++) {
      byte[] sum = connection.call(Wire.call("add", Wire.addRequest(i, 2)));
      assertThat(Wire.sum(sum)).isEqualTo(i + 2);
    }
  }

  /** Calls from where the stack has no room for a call, and from where it has more and more. */
  private static void callsFromTheEndOfTheStack(
      int levels, ReplicaConnection connection, int[] answered, AtomicInteger lost) {
    try {
      if (levels > 0) callsFromTheEndOfTheStack(levels - 1, connection, answered, lost);
    } catch (StackOverflowError end) {
      // From here back there is room.
    }
    if (answered[0] == 100) return;
    try {
      connection.call(Wire.call("add", Wire.addRequest(2, 40)));
      answered[0]++;
    } catch (StackOverflowError full) {
      // It was not begun.
    } catch (CallLostException | CallNotBegunException broken) {
      lost.incrementAndGet();
    }
  }

  private static void callsUntilTheEnd(ReplicaConnection connection) {
    while (true) calls(connection);
  }

  /** A desk that answers an empty request, and not any other. */
  private static TestCalls stuckOnRequest() {
    return new TestCalls(
        call -> {
          if (call.call().request().length > 0) call.awaitCancel();
          return NOTHING;
        });
  }

  private static byte[] stuck() {
    return new byte[] {STUCK};
  }

  private static void quickly(ReplicaConnection connection) {
    for (int i = 0; i < ENOUGH; i++) connection.call(Wire.call("echo", NOTHING));
  }

  private static HeddleRuntime runtime(Duration deadline) {
    return HeddleRuntime.builder(new ComponentCatalog(List.of(), List.of()))
        .options(RuntimeOptions.DEFAULT.withRequestDeadline(deadline))
        .build();
  }
}
