package dev.heddle.core.events;

import dev.heddle.component.wire.ProtoReader;
import dev.heddle.component.wire.ProtoWriter;
import dev.heddle.component.wire.WireLimits;
import java.time.Instant;
import java.util.Optional;

/**
 * An event as a backend stores it for one subscription, pending or dead: a Protobuf message, so
 * that later versions may add to it.
 *
 * @param message the event
 * @param failures how many deliveries failed
 * @param error why the last one did, empty while it is pending
 * @param diedAt when it did; meaningless while it is pending
 */
public record StoredEvent(EventMessage message, int failures, String error, Instant diedAt) {
  private static final WireLimits LIMITS = WireLimits.DEFAULT;

  /** An event that nobody has tried to deliver. */
  public static StoredEvent pending(EventMessage message) {
    return new StoredEvent(message, 0, "", Instant.EPOCH);
  }

  /** As bytes. */
  public byte[] encode() {
    ProtoWriter out = new ProtoWriter(LIMITS);
    out.instant(11, diedAt);
    out.string(10, error);
    out.int32(9, failures);
    out.string(8, message.trace());
    out.instant(7, message.publishedAt());
    out.string(6, message.revision());
    out.string(5, message.producer());
    out.bytes(4, message.payload());
    message.key().ifPresent(key -> out.string(3, "=" + key));
    out.string(2, message.event());
    out.string(1, message.id());
    return out.toByteArray();
  }

  /** What {@link #encode} made, also by an older version. */
  public static StoredEvent decode(byte[] stored) {
    ProtoReader in = new ProtoReader(stored, LIMITS);
    String id = "";
    String event = "";
    Optional<String> key = Optional.empty();
    byte[] payload = new byte[0];
    String producer = "";
    String revision = "";
    Instant publishedAt = Instant.EPOCH;
    String trace = "";
    int failures = 0;
    String error = "";
    Instant diedAt = Instant.EPOCH;
    for (int tag = in.tag(); tag != 0; tag = in.tag()) {
      switch (ProtoReader.field(tag)) {
        case 1 -> id = in.string(tag);
        case 2 -> event = in.string(tag);
        case 3 -> key = Optional.of(in.string(tag).substring(1));
        case 4 -> payload = in.bytes(tag);
        case 5 -> producer = in.string(tag);
        case 6 -> revision = in.string(tag);
        case 7 -> publishedAt = in.instant(tag);
        case 8 -> trace = in.string(tag);
        case 9 -> failures = in.int32(tag);
        case 10 -> error = in.string(tag);
        case 11 -> diedAt = in.instant(tag);
        default -> in.skip(tag);
      }
    }
    return new StoredEvent(
        new EventMessage(id, event, key, payload, producer, revision, publishedAt, trace),
        failures,
        error,
        diedAt);
  }
}
