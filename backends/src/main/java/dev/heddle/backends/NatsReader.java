package dev.heddle.backends;

import io.nats.client.Connection;
import io.nats.client.JetStreamOptions;
import io.nats.client.JetStreamSubscription;
import io.nats.client.Message;
import io.nats.client.PushSubscribeOptions;
import io.nats.client.api.AckPolicy;
import io.nats.client.api.ConsumerConfiguration;
import io.nats.client.api.DeliverPolicy;
import io.nats.client.impl.Headers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Reads the stream of events from some position on: subjects and keys, not what is in them. */
final class NatsReader {
  private static final String KEY = "Heddle-Key";
  private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(5);
  private static final Duration FORGOTTEN = Duration.ofSeconds(30);

  private NatsReader() {}

  static JetStreamSubscription from(Connection connection, NatsLayout layout, long sequence)
      throws Exception {
    ConsumerConfiguration reader =
        ConsumerConfiguration.builder()
            .deliverPolicy(DeliverPolicy.ByStartSequence)
            .startSequence(sequence)
            .ackPolicy(AckPolicy.None)
            .headersOnly(true)
            .memStorage(true)
            .numReplicas(1)
            .inactiveThreshold(FORGOTTEN)
            .flowControl(BETWEEN_SIGNS)
            .build();
    JetStreamOptions options =
        JetStreamOptions.builder().requestTimeout(layout.settings().timeout()).build();
    return connection
        .jetStream(options)
        .subscribe(
            layout.eventSubject(List.of("*")),
            PushSubscribeOptions.builder().stream(layout.events()).configuration(reader).build());
  }

  /** What a message says of the event's key, which may be any text; headers hold ASCII alone. */
  static Headers headers(Optional<String> key) {
    Headers headers = new Headers();
    key.map(it -> it.getBytes(StandardCharsets.UTF_16BE))
        .map(bytes -> "=" + Base64.getEncoder().encodeToString(bytes))
        .ifPresent(text -> headers.put(KEY, text));
    return headers;
  }

  static Optional<String> key(Message message) {
    return Optional.ofNullable(message.getHeaders())
        .map(headers -> headers.getFirst(KEY))
        .flatMap(NatsReader::decoded);
  }

  /** Empty for what somebody else wrote: one strange message must not hold up all others. */
  private static Optional<String> decoded(String text) {
    try {
      byte[] bytes = Base64.getDecoder().decode(text.substring(1));
      return Optional.of(new String(bytes, StandardCharsets.UTF_16BE));
    } catch (IllegalArgumentException | IndexOutOfBoundsException strange) {
      return Optional.empty();
    }
  }
}
