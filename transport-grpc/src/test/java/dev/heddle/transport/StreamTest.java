package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.RequestContext;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.TraceContext;
import dev.heddle.core.remote.CallLostException;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamTest {
  private static final byte[] NOTHING = {};

  private final Wire wire = new Wire(TransportOptions.DEFAULT.withLimits(TestCalls.LARGE));

  @AfterEach
  void close() throws Exception {
    wire.close();
  }

  @Test
  void bringsTheElementsOfAStreamInOrder() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    assertThat(all(count(connection, 1_000))).hasSize(1_000).isSorted().contains(1L, 1_000L);
    assertThat(all(count(connection, 0))).isEmpty();
    assertThat(connection.outstanding()).isZero();
  }

  @Test
  void takesAStreamOnTheCallersOwnThread() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    Numbers numbers = new Numbers(1_000);
    GuestCall call = connection.open(Wire.call("sum", NOTHING), numbers);
    assertThat(Wire.sum(call.response().orElseThrow())).isEqualTo(500_500);
    assertThat(numbers.threads).containsExactly(Thread.currentThread());
    assertThat(numbers.closed).isTrue();
  }

  @Test
  void bringsOneStreamWhileItTakesAnother() throws Exception {
    ReplicaConnection connection = wire.connected(wire.ready(TestCalls.desk()));
    Numbers numbers = new Numbers(500);
    List<Long> twice = all(connection.open(Wire.call("twice", NOTHING), numbers));
    assertThat(twice).hasSize(500).startsWith(2L, 4L, 6L).endsWith(1_000L);
    assertThat(numbers.threads).containsExactly(Thread.currentThread());
  }

  @Test
  void stopsTheProducerWhenTheStreamIsClosed() throws Exception {
    CompletableFuture<ProducedStream> produced = new CompletableFuture<>();
    ReplicaConnection connection = wire.connected(wire.ready(observed(produced)));
    GuestCall call = count(connection, 1_000_000);
    for (int i = 1; i <= 3; i++) assertThat(Wire.sum(call.next().orElseThrow())).isEqualTo(i);
    call.close();
    assertThat(call.next()).isEmpty();
    produced.get().closed.await();
    assertThat(produced.get().produced.get()).isLessThanOrEqualTo(3 + 16);
    assertThat(connection.outstanding()).isZero();
  }

  @Test
  void takesNoMoreThanTheCalleeReads() throws Exception {
    TestCalls calls =
        TestCalls.streaming(
            (call, requests) -> {
              long sum = 0;
              for (int i = 0; i < 2; i++) {
                var message = requests.read().orElseThrow();
                sum += message.int64(message.tag());
              }
              requests.close();
              return new ProducedStream(
                  Optional.of(Wire.addRequest(sum, 0)), OutgoingMessages.NONE);
            });
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    Numbers numbers = new Numbers(1_000_000);
    GuestCall call = connection.open(Wire.call("sum", NOTHING), numbers);
    assertThat(Wire.sum(call.response().orElseThrow())).isEqualTo(3);
    assertThat(numbers.written).isLessThanOrEqualTo(2 + 16);
    assertThat(numbers.closed).isTrue();
  }

  @Test
  void carriesLargeElementsAmongSmallOnesInOrder() throws Exception {
    int[] sizes = {10, 300_000, 0, 70_000, 1, 2_000_000, 5};
    TestCalls calls =
        TestCalls.streaming(
            (call, requests) ->
                new ProducedStream(
                    Optional.empty(),
                    messages(
                        writer -> {
                          var message = requests.read();
                          if (message.isEmpty()) return false;
                          writer.encoded(message.get().rest());
                          return true;
                        })));
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    int[] next = {0};
    OutgoingMessages requests =
        messages(
            writer -> {
              if (next[0] == sizes.length) return false;
              writer.encoded(new byte[sizes[next[0]++]]);
              return true;
            });
    GuestCall call = connection.open(Wire.call("twice", NOTHING), requests);
    for (int size : sizes) assertThat(call.next().orElseThrow()).hasSize(size);
    assertThat(call.next()).isEmpty();
  }

  @Test
  void endsAStreamWhoseReplicaGoesAway() throws Exception {
    CompletableFuture<ProducedStream> produced = new CompletableFuture<>();
    ReplicaServer server = wire.ready(observed(produced));
    ReplicaConnection connection = wire.connected(server);
    GuestCall call = count(connection, 1_000_000);
    call.next();
    server.close();
    assertThatThrownBy(
            () -> {
              while (call.next().isPresent()) {}
            })
        .isInstanceOf(CallLostException.class);
    produced.get().closed.await();
  }

  @Test
  void anElementThatIsAwaitedEndsAtTheDeadline() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    TestCalls calls =
        TestCalls.streaming(
            (call, requests) ->
                new ProducedStream(
                    Optional.empty(),
                    messages(
                        writer -> {
                          call.awaitCancel();
                          interrupted.countDown();
                          return false;
                        })));
    ReplicaConnection connection = wire.connected(wire.ready(calls));
    try (HeddleRuntime runtime =
        HeddleRuntime.builder(new ComponentCatalog(List.of(), List.of()))
            .options(RuntimeOptions.DEFAULT.withRequestDeadline(Duration.ofSeconds(1)))
            .build()) {
      RequestContext context = runtime.requests().enter("ann", TraceContext.create());
      assertThatThrownBy(
              () ->
                  connection
                      .open(
                          Wire.call("count", NOTHING, Optional.of(context)), OutgoingMessages.NONE)
                      .next())
          .isInstanceOf(ComponentTimeoutException.class);
      interrupted.await();
    }
  }

  private interface Source {
    boolean write(ProtoWriter writer);
  }

  private static OutgoingMessages messages(Source source) {
    return new OutgoingMessages() {
      @Override
      public boolean write(ProtoWriter message) {
        return source.write(message);
      }

      @Override
      public void close() {}
    };
  }

  private static TestCalls observed(CompletableFuture<ProducedStream> produced) {
    Serving.Streaming desk = TestCalls.deskStreams();
    return TestCalls.streaming(
        (call, requests) -> {
          ProducedStream stream = (ProducedStream) desk.to(call, requests);
          produced.complete(stream);
          return stream;
        });
  }

  private static GuestCall count(ReplicaConnection connection, long last) {
    ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
    request.int64(1, last);
    return connection.open(Wire.call("count", request.toByteArray()), OutgoingMessages.NONE);
  }

  private static List<Long> all(GuestCall call) {
    assertThat(call.response()).isEmpty();
    List<Long> elements = new ArrayList<>();
    for (Optional<byte[]> next = call.next(); next.isPresent(); next = call.next()) {
      elements.add(Wire.sum(next.get()));
    }
    return elements;
  }
}
