package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallLostException;
import dev.heddle.core.remote.ReplicaConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LargePayloadTest {
  private static final byte[] NOTHING = {};

  private final Wire wire = new Wire(TransportOptions.DEFAULT.withLimits(TestCalls.LARGE));
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void close() throws Exception {
    callers.shutdownNow();
    wire.close();
  }

  @Test
  void carriesRequestsAndResponsesOfAllSizes() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    int whole = TunnelLimits.WHOLE_BYTES;
    int credit = TunnelLimits.CREDIT_BYTES;
    for (int size : new int[] {0, 1, whole - 5, whole - 4, whole, whole + 1, credit, 5_000_001}) {
      byte[] bytes = random(size);
      byte[] response = connection.call(Wire.call("echo", Wire.echoRequest(bytes)));
      assertThat(size == 0 ? response : Wire.echoed(response)).isEqualTo(bytes);
    }
  }

  @Test
  void carriesMoreLargePayloadsThanMayBeOnTheirWayAtATime() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    List<Future<Boolean>> done = new ArrayList<>();
    for (int i = 0; i < 3 * TunnelLimits.TRANSFERS; i++) {
      byte[] bytes = random(400_000 + i);
      done.add(
          callers.submit(
              () ->
                  java.util.Arrays.equals(
                      Wire.echoed(connection.call(Wire.call("echo", Wire.echoRequest(bytes)))),
                      bytes)));
    }
    for (Future<Boolean> one : done) assertThat(one.get()).isTrue();
    assertThat(connection.outstanding()).isZero();
  }

  @Test
  void aReplyOf64MegabytesAndAStuckCalleeHoldNobodyUp() throws Exception {
    byte[] large = new byte[64 * 1024 * 1024];
    CountDownLatch begun = new CountDownLatch(2);
    TestCalls calls =
        new TestCalls(
            call -> {
              switch (call.call().method().name()) {
                case "echo" -> begun.countDown();
                case "fail" -> {
                  begun.countDown();
                  call.awaitCancel();
                }
                default -> {
                  return NOTHING;
                }
              }
              return large;
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    connection.call(Wire.call("add", NOTHING));
    Queue<String> ends = new ConcurrentLinkedQueue<>();
    Future<Integer> stuck =
        callers.submit(() -> connection.call(Wire.call("fail", NOTHING)).length);
    Future<Integer> heavy =
        callers.submit(
            () -> {
              int length = connection.call(Wire.call("echo", NOTHING)).length;
              ends.add("heavy");
              return length;
            });
    begun.await();
    List<Future<Boolean>> light = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      light.add(
          callers.submit(
              () -> {
                connection.call(Wire.call("add", NOTHING));
                return ends.add("light");
              }));
    }
    for (Future<Boolean> one : light) one.get();
    assertThat(heavy.get()).isEqualTo(large.length);
    assertThat(ends).hasSize(21).last().isEqualTo("heavy");
    assertThat(stuck.isDone()).isFalse();
  }

  @Test
  void takesNoResponseBeyondTheLimit() throws Exception {
    byte[] large = new byte[2_000_000];
    var server = wire.ready(new TestCalls(call -> large));
    try (Wire limited =
        new Wire(TransportOptions.DEFAULT.withLimits(new WireLimits(1_000_000, 100, 1_000)))) {
      ReplicaConnection connection = limited.connected(server);
      assertThatThrownBy(() -> connection.call(Wire.call("add", NOTHING)))
          .isInstanceOf(CallLostException.class)
          .hasMessageContaining("2000000 where at most 1000000 is allowed");
    }
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
