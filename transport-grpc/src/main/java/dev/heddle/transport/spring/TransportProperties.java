package dev.heddle.transport.spring;

import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.transport.TlsFiles;
import dev.heddle.transport.TransportOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Calls between processes.
 *
 * @param insecure Whether other machines are spoken to, and listened to, without TLS.
 * @param reflection Whether gRPC clients may ask for services and their messages. Without a word,
 *     where only this machine's processes can ask.
 * @param lending Whether a caller whose calls follow each other sends and receives on its own
 *     thread, which polls for the answer for up to 70 microseconds, where that is possible.
 * @param tls With what a process proves who it is.
 */
@ConfigurationProperties("heddle.transport")
public record TransportProperties(
    @DefaultValue("false") boolean insecure,
    @Nullable Boolean reflection,
    @DefaultValue("true") boolean lending,
    @DefaultValue Tls tls) {

  static TransportProperties bound(Binder binder) {
    return binder.bindOrCreate("heddle.transport", TransportProperties.class);
  }

  /** How a transport speaks by these and what holds for all of Heddle. */
  TransportOptions options(HeddleProperties heddle) {
    HeddleProperties.Wire wire = heddle.wire();
    WireLimits limits =
        new WireLimits((int) wire.maxMessageSize().toBytes(), wire.maxDepth(), wire.maxDigits());
    return new TransportOptions(
        limits,
        heddle.request().deadline(),
        tls.files(),
        insecure,
        Optional.ofNullable(reflection),
        lending);
  }

  /**
   * With what a process proves who it is.
   *
   * @param certificate PEM file of this process's certificate, and those between it and the
   *     authority.
   * @param key PEM file of its private key, PKCS #8 without password.
   * @param trust PEM file of the authorities that certify the application's processes. With it,
   *     callers must show a certificate too.
   */
  public record Tls(@Nullable Path certificate, @Nullable Path key, @Nullable Path trust) {
    /** Checks that both or neither are there. */
    public Tls {
      if ((certificate == null) != (key == null)) {
        throw new IllegalArgumentException(
            "heddle.transport.tls has a certificate without its key, or a key alone; set both");
      }
    }

    Optional<TlsFiles> files() {
      if (certificate == null || key == null) return Optional.empty();
      return Optional.of(new TlsFiles(certificate, key, Optional.ofNullable(trust)));
    }
  }
}
