package dev.heddle.transport;

import dev.heddle.core.Problem;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.TransportException;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.File;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Which addresses are spoken to with TLS, and how. */
final class TlsContexts {
  private TlsContexts() {}

  /**
   * TLS for those who listen at an address, if it has any.
   *
   * @throws TransportException when it needs TLS and there is none
   */
  static Optional<SslContext> server(ReplicaAddress address, TransportOptions options) {
    return files(address, options)
        .map(
            files -> {
              try {
                SslContextBuilder builder =
                    SslContextBuilder.forServer(files.certificate().toFile(), files.key().toFile());
                files.trust().ifPresent(trust -> required(builder, trust.toFile()));
                return GrpcSslContexts.configure(builder).build();
              } catch (SSLException | IllegalArgumentException unusable) {
                throw unusable(files, unusable);
              }
            });
  }

  /**
   * TLS for those who call an address, if it has any.
   *
   * @throws TransportException when it needs TLS and there is none
   */
  static Optional<SslContext> client(ReplicaAddress address, TransportOptions options) {
    return files(address, options)
        .map(
            files -> {
              try {
                SslContextBuilder builder =
                    SslContextBuilder.forClient()
                        .keyManager(files.certificate().toFile(), files.key().toFile());
                files.trust().ifPresent(trust -> builder.trustManager(trust.toFile()));
                return GrpcSslContexts.configure(builder).build();
              } catch (SSLException | IllegalArgumentException unusable) {
                throw unusable(files, unusable);
              }
            });
  }

  /** Whether only processes of this machine reach an address. */
  static boolean own(ReplicaAddress address) {
    return switch (address) {
      case ReplicaAddress.UnixSocket socket -> true;
      case ReplicaAddress.HostPort(String host, int port) -> loopback(host);
    };
  }

  private static void required(SslContextBuilder builder, File trust) {
    builder.trustManager(trust).clientAuth(ClientAuth.REQUIRE);
  }

  private static Optional<TlsFiles> files(ReplicaAddress address, TransportOptions options) {
    if (address instanceof ReplicaAddress.UnixSocket) return Optional.empty();
    if (options.tls().isEmpty() && !options.insecure() && !own(address)) throw missing(address);
    return options.tls();
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException unknown) {
      return false;
    }
  }

  private static TransportException missing(ReplicaAddress address) {
    return new TransportException(
        new Problem(
            "Calls between machines go through TLS",
            "there is no certificate for " + address,
            "Set heddle.transport.tls.certificate, key and trust, or, where something else"
                + " protects the network, heddle.transport.insecure=true"));
  }

  private static TransportException unusable(TlsFiles files, Exception failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return new TransportException(
        new Problem(
            "A process proves who it is by a certificate and its key, both in PEM",
            files.certificate() + " and " + files.key() + " cannot be used: " + cause.getMessage(),
            "Set heddle.transport.tls.certificate, key and trust to files that can be read"));
  }
}
