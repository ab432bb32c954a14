package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.ReplicaView;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.netty.util.ResourceLeakDetector;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(180)
class FuzzedFramesTest {
  private static final long SEED = 20_261_121;
  private static final byte[] NOTHING = {};

  private final Wire wire = new Wire();
  private final Random random = new Random(SEED);
  private final Mutation mutation = new Mutation(random);
  private final ListAppender<ILoggingEvent> leaks = new ListAppender<>();

  @BeforeEach
  void watch() {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.PARANOID);
    leaks.start();
    logger().addAppender(leaks);
  }

  @AfterEach
  void close() throws Exception {
    ResourceLeakDetector.setLevel(ResourceLeakDetector.Level.SIMPLE);
    logger().detachAppender(leaks);
    wire.close();
  }

  @Test
  void endsTheTunnelThatTheyCameThroughAndNothingElse() throws Exception {
    TestCalls calls =
        new TestCalls(
            call -> {
              if (call.call().method().index() == 3) call.awaitCancel();
              return NOTHING;
            });
    ReplicaServer server = wire.ready(calls);
    ReplicaConnection neighbour = wire.connected(server);
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> calling =
        CompletableFuture.supplyAsync(
            () -> {
              int made = 0;
              for (; !over.get(); made++) neighbour.call(Wire.call("add", NOTHING));
              return made;
            });
    int threads = Thread.activeCount();
    ReplicaAddress.HostPort address = (ReplicaAddress.HostPort) server.address();
    Map<Status.Code, Integer> ends = new EnumMap<>(Status.Code.class);
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port())
            .usePlaintext()
            .directExecutor()
            .build();
    for (int i = 0; i < 10_000; i++) ends.merge(fuzz(channel).getCode(), 1, Integer::sum);
    channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    for (int i = 0; i < 300; i++) garbage(address);
    over.set(true);
    assertThat(calling.get()).isPositive();
    assertThat(ends)
        .containsKeys(
            Status.Code.INVALID_ARGUMENT, Status.Code.FAILED_PRECONDITION, Status.Code.CANCELLED)
        .doesNotContainKeys(Status.Code.UNKNOWN, Status.Code.INTERNAL);
    assertThat(neighbour.view().state()).isEqualTo(ReplicaView.State.READY);
    assertThat(server.drain(Duration.ofSeconds(20))).isTrue();
    assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
    assertNoLeaks();
  }

  @Test
  void fromAReplicaEndOnlyTheTunnelToIt() throws Exception {
    ReplicaConnection sound = wire.connected(wire.ready(TestCalls.desk()));
    Server hostile = hostile();
    try {
      ReplicaConnection connection =
          wire.connection(new ReplicaAddress.HostPort("127.0.0.1", hostile.getPort()));
      CountDownLatch changes = new CountDownLatch(40);
      connection.onChange(changes::countDown);
      changes.await();
      sound.call(Wire.call("add", NOTHING));
    } finally {
      hostile.shutdownNow().awaitTermination();
    }
    assertNoLeaks();
  }

  @Test
  void asPlainRequestsGetAnAnswerOrAStatus() throws Exception {
    ReplicaServer server = wire.ready(TestCalls.desk());
    ReplicaAddress.HostPort address = (ReplicaAddress.HostPort) server.address();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
    List<String> methods =
        TestCalls.DESK.methods().stream()
            .filter(method -> method.streams() == MethodDescriptor.Streams.NONE)
            .map(MethodDescriptor::rpcName)
            .toList();
    Map<Status.Code, Integer> ends = new EnumMap<>(Status.Code.class);
    for (int i = 0; i < 2_000; i++) {
      String method = methods.get(random.nextInt(methods.size()));
      ends.merge(plain(channel, method, mutation.next()), 1, Integer::sum);
    }
    channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    assertThat(ends).containsKeys(Status.Code.OK, Status.Code.INVALID_ARGUMENT);
    assertThat(ends).doesNotContainKeys(Status.Code.UNKNOWN, Status.Code.UNAVAILABLE);
    assertThat(server.drain(Duration.ofSeconds(20))).isTrue();
    assertNoLeaks();
  }

  private static Status.Code plain(ManagedChannel channel, String method, byte[] request) {
    try {
      ClientCalls.blockingUnaryCall(
          channel,
          RawTunnel.OPEN.toBuilder()
              .setType(io.grpc.MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(TestCalls.DESK.serviceName() + "/" + method)
              .build(),
          CallOptions.DEFAULT,
          request);
      return Status.Code.OK;
    } catch (StatusRuntimeException refused) {
      return refused.getStatus().getCode();
    }
  }

  private Status fuzz(ManagedChannel channel) {
    RawTunnel tunnel = new RawTunnel(channel);
    if (random.nextBoolean()) {
      tunnel.send(mutation.sound());
    }
    tunnel.send(mutation.next());
    if (random.nextInt(3) == 0) tunnel.reset();
    else tunnel.halfClose();
    return tunnel.ended();
  }

  /** Bytes that are not even HTTP/2, and a reset. */
  private void garbage(ReplicaAddress.HostPort address) throws IOException {
    try (Socket socket = new Socket(address.host(), address.port())) {
      byte[] bytes = new byte[random.nextInt(500)];
      random.nextBytes(bytes);
      if (random.nextBoolean()) {
        socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes("US-ASCII"));
      }
      socket.getOutputStream().write(bytes);
      if (random.nextBoolean()) socket.setSoLinger(true, 0);
    } catch (java.net.SocketException closed) {
      // The server was quicker.
    }
  }

  /** A server that welcomes, and then sends what it should not. */
  private Server hostile() throws IOException {
    FrameWriter frames = new FrameWriter();
    frames.welcome(TestCalls.identity("r1", "hostile"), List.of("Desk"), ServerState.READY);
    byte[] welcome = java.util.Arrays.copyOf(frames.batch().bytes(), frames.batch().length());
    return NettyServerBuilder.forAddress(new InetSocketAddress("127.0.0.1", 0))
        .directExecutor()
        .addService(
            ServerServiceDefinition.builder("heddle.tunnel.v1.Tunnel")
                .addMethod(
                    RawTunnel.OPEN,
                    (ServerCall<byte[], byte[]> call, Metadata headers) -> {
                      call.sendHeaders(new Metadata());
                      call.sendMessage(welcome);
                      call.sendMessage(mutation.next());
                      return new ServerCall.Listener<>() {};
                    })
                .build())
        .build()
        .start();
  }

  private void assertNoLeaks() {
    // A leak is told when a buffer is made after the forgotten one was collected.
    System.gc();
    try (Wire another = new Wire()) {
      another.connected(another.ready(TestCalls.desk())).call(Wire.call("add", NOTHING));
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
    assertThat(leaks.list).isEmpty();
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(ResourceLeakDetector.class);
  }
}
