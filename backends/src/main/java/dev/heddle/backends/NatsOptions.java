package dev.heddle.backends;

import io.nats.client.Nats;
import io.nats.client.Options;
import java.time.Duration;
import java.util.Objects;

/** How the client connects. */
final class NatsOptions {
  private static final Duration BETWEEN_CONNECTS = Duration.ofMillis(250);
  private static final Duration BETWEEN_PINGS = Duration.ofSeconds(5);

  private NatsOptions() {}

  /**
   * The options.
   *
   * @param refusal is told why there is no connection
   */
  static Options of(NatsSettings settings, NatsRefusal refusal) throws Exception {
    String url = Objects.requireNonNull(settings.url(), "the settings were checked");
    Options.Builder options =
        Options.builder()
            .server(url)
            .connectionName("heddle")
            .connectionTimeout(settings.timeout())
            .maxReconnects(-1)
            .reconnectWait(BETWEEN_CONNECTS)
            // Nothing is published later that was told to have failed.
            .reconnectBufferSize(0)
            .pingInterval(BETWEEN_PINGS)
            .supportUTF8Subjects()
            // A certificate is for a name, not for the address behind it.
            .noResolveHostnames()
            .connectionListener(refusal)
            // Whoever calls is told; the client need not log it too.
            .errorListener(refusal);
    if (url.startsWith("tls:")) options.sslContext(NatsTls.context());
    if (settings.credentialsFile() != null) {
      options.authHandler(Nats.credentials(settings.credentialsFile().toString()));
    } else if (!settings.user().isEmpty()) {
      options.userInfo(settings.user().toCharArray(), settings.passwords().get().toCharArray());
    }
    return options.build();
  }
}
