package dev.heddle.transport;

import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.RequestContext;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.OutgoingCall;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.ReplicaView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;

/** Two processes in one, with a socket between them. */
final class Wire implements AutoCloseable {
  static final ReplicaAddress ANYWHERE = new ReplicaAddress.HostPort("127.0.0.1", 0);

  private final List<AutoCloseable> open = new ArrayList<>();
  private final TransportOptions options;

  Wire() {
    this(TransportOptions.DEFAULT);
  }

  Wire(TransportOptions options) {
    this.options = options;
  }

  GrpcTransport transport() {
    GrpcTransport transport = new GrpcTransport(options);
    open.add(transport);
    return transport;
  }

  ReplicaServer server(ReplicaAddress address, IncomingCalls calls) {
    return transport().listen(address, calls);
  }

  /** A server that is ready. */
  ReplicaServer ready(IncomingCalls calls) {
    ReplicaServer server = server(ANYWHERE, calls);
    server.ready();
    return server;
  }

  ReplicaConnection connection(ReplicaAddress address) {
    return connection(address, "r1");
  }

  ReplicaConnection connection(ReplicaAddress address, String revision) {
    return transport().connect(address, TestCalls.identity(revision, "caller-1"));
  }

  /** A connection that takes calls. */
  ReplicaConnection connected(ReplicaServer server) throws InterruptedException {
    ReplicaConnection connection = connection(server.address());
    await(connection, ReplicaView.State.READY);
    return connection;
  }

  static ReplicaView await(ReplicaConnection connection, ReplicaView.State state)
      throws InterruptedException {
    return await(connection, view -> view.state() == state);
  }

  static ReplicaView await(ReplicaConnection connection, Predicate<ReplicaView> expected)
      throws InterruptedException {
    CountDownLatch seen = new CountDownLatch(1);
    connection.onChange(
        () -> {
          if (expected.test(connection.view())) seen.countDown();
        });
    if (!expected.test(connection.view())) seen.await();
    return connection.view();
  }

  static OutgoingCall call(String method, byte[] request) {
    return call(method, request, Optional.empty());
  }

  static OutgoingCall call(String method, byte[] request, Optional<RequestContext> context) {
    return new OutgoingCall("Front", TestCalls.DESK, method(method), request, context);
  }

  static MethodDescriptor method(String name) {
    return TestCalls.DESK.methods().stream()
        .filter(method -> method.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static byte[] addRequest(long left, long right) {
    ProtoWriter request = new ProtoWriter(WireLimits.DEFAULT);
    request.int64(2, right);
    request.int64(1, left);
    return request.toByteArray();
  }

  static long sum(byte[] response) {
    ProtoReader reader = new ProtoReader(response, WireLimits.DEFAULT);
    int tag = reader.tag();
    return tag == 0 ? 0 : reader.int64(tag);
  }

  static byte[] echoRequest(byte[] bytes) {
    ProtoWriter request = new ProtoWriter(TestCalls.LARGE);
    request.bytes(1, bytes);
    return request.toByteArray();
  }

  static byte[] echoed(byte[] response) {
    ProtoReader reader = new ProtoReader(response, TestCalls.LARGE);
    return reader.bytes(reader.tag());
  }

  @Override
  public void close() throws Exception {
    for (AutoCloseable part : open.reversed()) part.close();
  }
}
