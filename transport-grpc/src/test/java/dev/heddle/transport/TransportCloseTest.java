package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.ReplicaView.State;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A transport that is closed, as its process ends. */
@Timeout(60)
class TransportCloseTest {
  private static final int ROUNDS = 20;

  private final Logger grpc = Logger.getLogger("io.grpc");
  private final Collecting complaints = new Collecting();

  @BeforeEach
  void listenToGrpc() {
    grpc.addHandler(complaints);
  }

  @AfterEach
  void listenNoMore() {
    grpc.removeHandler(complaints);
  }

  @Test
  void endsQuietlyRightAfterItsConnectionsWereClosed() throws Exception {
    try (Wire wire = new Wire()) {
      ReplicaServer server = wire.ready(TestCalls.desk());
      for (int round = 0; round < ROUNDS; round++) {
        GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT);
        ReplicaConnection connection = connect(transport, server.address());
        Wire.await(connection, State.READY);
        connection.close();
        transport.close();
      }
    }
    assertThat(complaints.lines).isEmpty();
  }

  @Test
  void endsQuietlyWhileAConnectionIsTried() {
    for (int round = 0; round < ROUNDS; round++) {
      GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT);
      connect(transport, new ReplicaAddress.HostPort("127.0.0.1", 1)).close();
      transport.close();
    }
    assertThat(complaints.lines).isEmpty();
  }

  private static ReplicaConnection connect(GrpcTransport transport, ReplicaAddress address) {
    return transport.connect(address, TestCalls.identity("r1", "caller-1"));
  }

  /** What gRPC says of itself. */
  private static final class Collecting extends Handler {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();

    @Override
    public void publish(LogRecord said) {
      lines.add(said.getLoggerName() + ": " + said.getMessage() + " " + said.getThrown());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
