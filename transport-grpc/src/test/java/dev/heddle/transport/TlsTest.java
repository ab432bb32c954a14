package dev.heddle.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.ReplicaView;
import dev.heddle.core.remote.ReplicaView.State;
import dev.heddle.core.remote.TransportException;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import io.netty.handler.ssl.SslContext;
import io.netty.pkitesting.CertificateBuilder;
import io.netty.pkitesting.X509Bundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TlsTest {
  @TempDir private Path folder;
  private final X509Bundle authority = authority();

  private Optional<Wire> servers = Optional.empty();

  @AfterEach
  void close() throws Exception {
    if (servers.isPresent()) servers.get().close();
  }

  @Test
  void carriesCallsBetweenProcessesThatTheSameAuthorityCertifies() throws Exception {
    ReplicaServer server = server(TestCalls.desk());
    try (Wire callers = new Wire(TransportOptions.DEFAULT.withTls(files("caller", authority)))) {
      ReplicaConnection connection = callers.connected(server);
      assertThat(Wire.sum(connection.call(Wire.call("add", Wire.addRequest(20, 22)))))
          .isEqualTo(42);
    }
  }

  @Test
  void refusesACallerWithoutACertificate() throws Exception {
    ReplicaServer server = server(TestCalls.desk());
    try (Wire callers = new Wire()) {
      refused(callers.connection(server.address()));
    }
  }

  @Test
  void refusesACallerWhomAnotherAuthorityCertifies() throws Exception {
    ReplicaServer server = server(TestCalls.desk());
    TlsFiles own = files("stranger", authority());
    TlsFiles stranger =
        new TlsFiles(own.certificate(), own.key(), files("trusting", authority).trust());
    try (Wire callers = new Wire(TransportOptions.DEFAULT.withTls(stranger))) {
      refused(callers.connection(server.address()));
    }
  }

  @Test
  void aCallerRefusesAReplicaWhomAnotherAuthorityCertifies() throws Exception {
    ReplicaServer server = server(TestCalls.desk());
    TlsFiles own = files("caller", authority);
    TlsFiles deceived =
        new TlsFiles(own.certificate(), own.key(), files("other", authority()).trust());
    try (Wire callers = new Wire(TransportOptions.DEFAULT.withTls(deceived))) {
      refused(callers.connection(server.address()));
    }
  }

  @Test
  void namesAGrpcClientAfterItsCertificate() throws Exception {
    BlockingQueue<IncomingCall> seen = new LinkedBlockingQueue<>();
    ReplicaServer server =
        server(
            new TestCalls(
                call -> {
                  seen.add(call.call());
                  return new byte[0];
                }));
    ReplicaAddress.HostPort address = (ReplicaAddress.HostPort) server.address();
    TlsFiles own = files("billing", authority);
    SslContext context =
        GrpcSslContexts.forClient()
            .keyManager(own.certificate().toFile(), own.key().toFile())
            .trustManager(own.trust().orElseThrow().toFile())
            .build();
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(address.host(), address.port()).sslContext(context).build();
    try {
      MethodDescriptor<byte[], byte[]> add =
          RawTunnel.OPEN.toBuilder()
              .setType(MethodDescriptor.MethodType.UNARY)
              .setFullMethodName(TestCalls.DESK.serviceName() + "/Add")
              .build();
      ClientCalls.blockingUnaryCall(channel, add, CallOptions.DEFAULT, new byte[0]);
    } finally {
      channel.shutdownNow();
    }
    assertThat(seen.take().caller()).isEqualTo("billing");
  }

  @Test
  void listensToOtherMachinesOnlyWithTlsUnlessToldOtherwise() throws Exception {
    ReplicaAddress everywhere = new ReplicaAddress.HostPort("0.0.0.0", 0);
    try (Wire open = new Wire()) {
      assertThatThrownBy(() -> open.server(everywhere, TestCalls.desk()))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("there is no certificate for 0.0.0.0:0")
          .hasMessageContaining("heddle.transport.insecure=true");
      assertThatThrownBy(() -> open.connection(new ReplicaAddress.HostPort("192.0.2.1", 1)))
          .isInstanceOf(TransportException.class);
    }
    try (Wire insecure = new Wire(TransportOptions.DEFAULT.withInsecure(true))) {
      assertThat(insecure.server(everywhere, TestCalls.desk()).address()).isNotNull();
    }
  }

  @Test
  void saysWhichFilesCannotBeUsed() throws Exception {
    TlsFiles missing =
        new TlsFiles(folder.resolve("no.pem"), folder.resolve("no.key"), Optional.empty());
    try (Wire wire = new Wire(TransportOptions.DEFAULT.withTls(missing))) {
      assertThatThrownBy(() -> wire.server(Wire.ANYWHERE, TestCalls.desk()))
          .isInstanceOf(TransportException.class)
          .hasMessageContaining("no.pem");
    }
  }

  private ReplicaServer server(TestCalls calls) throws Exception {
    Wire wire = new Wire(TransportOptions.DEFAULT.withTls(files("replica", authority)));
    servers = Optional.of(wire);
    return wire.ready(calls);
  }

  private static void refused(ReplicaConnection connection) throws InterruptedException {
    ReplicaView view = Wire.await(connection, it -> !it.problem().equals("not connected yet"));
    assertThat(view.state()).isEqualTo(State.CONNECTING);
    assertThat(view.problem()).contains("UNAVAILABLE");
  }

  private TlsFiles files(String name, X509Bundle issuer) throws Exception {
    X509Bundle bundle =
        new CertificateBuilder()
            .subject("CN=" + name + ",O=Heddle")
            .ecp256()
            .addSanDnsName("localhost")
            .addSanIpAddress("127.0.0.1")
            .buildIssuedBy(issuer);
    Path certificate = folder.resolve(name + ".pem");
    Path key = folder.resolve(name + ".key");
    Path trust = folder.resolve(name + ".trust");
    Files.writeString(certificate, bundle.getCertificatePathPEM());
    Files.writeString(key, bundle.getPrivateKeyPEM());
    Files.writeString(trust, issuer.getCertificatePEM());
    return new TlsFiles(certificate, key, Optional.of(trust));
  }

  private static X509Bundle authority() {
    try {
      return new CertificateBuilder()
          .subject("CN=Authority")
          .ecp256()
          .setIsCertificateAuthority(true)
          .buildSelfSigned();
    } catch (Exception failure) {
      throw new AssertionError(failure);
    }
  }
}
