package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentCancelledException;
import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import dev.heddle.component.spi.Failures;
import dev.heddle.component.wire.MalformedMessageException;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaServer;
import io.grpc.CallOptions;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class PlainGrpcTest {
  private static final byte[] NOTHING = {};
  private static final String SERVICE = TestCalls.DESK.serviceName();

  private final Wire wire = new Wire();
  private final List<ManagedChannel> channels = new java.util.ArrayList<>();

  @AfterEach
  void close() throws Exception {
    for (ManagedChannel channel : channels) {
      channel.shutdownNow().awaitTermination(10, TimeUnit.SECONDS);
    }
    wire.close();
  }

  @Test
  void carriesWhatAClientSaysBesideItsRequest() throws Exception {
    BlockingQueue<IncomingCall> seen = new LinkedBlockingQueue<>();
    ManagedChannel channel =
        channel(
            wire.ready(
                new TestCalls(
                    call -> {
                      seen.add(call.call());
                      return new byte[] {8, 42};
                    })));
    Metadata headers = new Metadata();
    String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    headers.put(Metadata.Key.of("traceparent", Metadata.ASCII_STRING_MARSHALLER), trace);
    byte[] response =
        ClientCalls.blockingUnaryCall(
            ClientInterceptors.intercept(
                channel, MetadataUtils.newAttachHeadersInterceptor(headers)),
            method("Add"),
            CallOptions.DEFAULT.withDeadlineAfter(20, TimeUnit.SECONDS),
            Wire.addRequest(1, 2));
    assertThat(Wire.sum(response)).isEqualTo(42);
    IncomingCall call = seen.take();
    assertThat(call.caller()).isEqualTo("grpc");
    assertThat(call.method().name()).isEqualTo("add");
    assertThat(call.request()).isEqualTo(Wire.addRequest(1, 2));
    IncomingCall.Context context = call.context().orElseThrow();
    assertThat(context.trace().header()).isEqualTo(trace);
    assertThat(context.requester()).isEqualTo("grpc");
    assertThat(context.remainingNanos()).isBetween(1L, Duration.ofSeconds(20).toNanos());
  }

  @Test
  void stopsACallThatNobodyWaitsForAnyLonger() throws Exception {
    CountDownLatch cancelled = new CountDownLatch(1);
    ManagedChannel channel =
        channel(
            wire.ready(
                new TestCalls(
                    call -> {
                      call.awaitCancel();
                      cancelled.countDown();
                      return NOTHING;
                    })));
    assertThatThrownBy(
            () ->
                ClientCalls.blockingUnaryCall(
                    channel,
                    method("Echo"),
                    CallOptions.DEFAULT.withDeadlineAfter(50, TimeUnit.MILLISECONDS),
                    NOTHING))
        .satisfies(it -> assertThat(code(it)).isEqualTo(Status.Code.DEADLINE_EXCEEDED));
    cancelled.await();
  }

  record Case(ComponentException failure, Status.Code code) {}

  static List<Case> failures() {
    String malformed = MalformedMessageException.class.getName();
    return List.of(
        new Case(new ComponentTimeoutException("A", "b", "late"), Status.Code.DEADLINE_EXCEEDED),
        new Case(new ComponentCancelledException("A", "b", "gone"), Status.Code.CANCELLED),
        new Case(new ComponentUnavailableException("A", "b", "off"), Status.Code.UNAVAILABLE),
        new Case(
            new ComponentLimitException("A", "b", "fuel", 5, "spent"),
            Status.Code.RESOURCE_EXHAUSTED),
        new Case(new ComponentException("A", "b", "X", "no", "at"), Status.Code.INTERNAL),
        new Case(new ComponentException("A", "b", malformed, "no", ""), Status.Code.INTERNAL),
        new Case(
            new ComponentException("Desk", "add", malformed, "no", ""),
            Status.Code.INVALID_ARGUMENT));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void tellsAFailureByItsStatus(Case failed) throws Exception {
    ProtoWriter response = new ProtoWriter(WireLimits.DEFAULT);
    Failures.fail(response, "Desk", "add", failed.failure());
    ManagedChannel channel = channel(wire.ready(new TestCalls(call -> response.toByteArray())));
    assertThatThrownBy(() -> call(channel))
        .satisfies(it -> assertThat(code(it)).isEqualTo(failed.code()))
        .hasMessageContaining(failed.failure().failureMessage());
  }

  @Test
  void keepsADeclaredExceptionInsideAnOrdinaryResponse() throws Exception {
    byte[] declared = {18, 3, 10, 1, 'x'};
    ManagedChannel channel = channel(wire.ready(new TestCalls(call -> declared)));
    assertThat(call(channel)).isEqualTo(declared);
  }

  @Test
  void followsTheServersStateInItsHealth() throws Exception {
    ReplicaServer server = wire.server(Wire.ANYWHERE, TestCalls.desk());
    ManagedChannel channel = channel(server);
    assertThat(health(channel, "")).isEqualTo("NOT_SERVING");
    assertThatThrownBy(() -> call(channel))
        .satisfies(it -> assertThat(code(it)).isEqualTo(Status.Code.UNAVAILABLE))
        .hasMessageContaining("replica-1 is not ready yet");
    server.ready();
    assertThat(health(channel, "")).isEqualTo("SERVING");
    assertThat(health(channel, SERVICE)).isEqualTo("SERVING");
    server.drain(Duration.ofSeconds(10));
    assertThat(health(channel, SERVICE)).isEqualTo("NOT_SERVING");
  }

  @Test
  void tellsThatThereIsTooMuchToDo() throws Exception {
    TestCalls calls =
        TestCalls.refusing(
            new CallNotBegunException(CallNotBegunException.Reason.OVERLOADED, "too much"));
    ManagedChannel channel = channel(wire.ready(calls));
    assertThatThrownBy(() -> call(channel))
        .satisfies(it -> assertThat(code(it)).isEqualTo(Status.Code.RESOURCE_EXHAUSTED))
        .hasMessageContaining("too much");
  }

  private ManagedChannel channel(ReplicaServer server) {
    ReplicaAddress.HostPort address = (ReplicaAddress.HostPort) server.address();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).usePlaintext().build();
    channels.add(channel);
    return channel;
  }

  private static byte[] call(ManagedChannel channel) {
    return ClientCalls.blockingUnaryCall(channel, method("Add"), CallOptions.DEFAULT, NOTHING);
  }

  private static String health(ManagedChannel channel, String service) {
    return HealthGrpc.newBlockingStub(channel)
        .check(HealthCheckRequest.newBuilder().setService(service).build())
        .getStatus()
        .name();
  }

  private static Status.Code code(Throwable failure) {
    return ((StatusRuntimeException) failure).getStatus().getCode();
  }

  private static MethodDescriptor<byte[], byte[]> method(String name) {
    return MethodDescriptor.newBuilder(new RawTunnel.Bytes(), new RawTunnel.Bytes())
        .setType(MethodDescriptor.MethodType.UNARY)
        .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
        .build();
  }
}
