package dev.heddle.backends;

import dev.heddle.core.events.DeadLetter;
import dev.heddle.core.events.EventMessage;
import dev.heddle.core.events.PendingDelivery;
import dev.heddle.core.events.StoredEvent;
import io.nats.client.PublishOptions;
import io.nats.client.api.MessageInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Dead letters, in a stream of their own. */
final class NatsDeadLetters {
  private final NatsConnection server;
  private final NatsLayout layout;

  NatsDeadLetters(NatsConnection server) {
    this.server = server;
    this.layout = server.layout();
  }

  /** Keeps one, and once alone if that is said again; false when there is no room. */
  boolean add(PendingDelivery delivery, EventMessage message, String error, Instant at) {
    if (layout.bounds().deadLetters() == 0) return false;
    byte[] letter = new StoredEvent(message, delivery.failures(), error, at).encode();
    PublishOptions once =
        PublishOptions.builder()
            .messageId(layout.hadSubject(delivery.position(), delivery.subscription()))
            .build();
    try {
      long unused =
          server.call(
              "keep a dead letter",
              it ->
                  it.jetStream()
                      .publish(layout.deadSubject(delivery.subscription()), letter, once)
                      .getSeqno());
      return true;
    } catch (NatsFailure failure) {
      if (failure.full()) return false;
      throw failure;
    }
  }

  List<DeadLetter> oldest(Optional<String> subscription, int limit) {
    String subject = layout.deadSubject(subscription.orElse("*"));
    List<DeadLetter> letters = new ArrayList<>();
    long next = 1;
    while (letters.size() < limit) {
      Optional<MessageInfo> found = from(next, subject);
      if (found.isEmpty()) break;
      letters.add(letter(found.get()));
      next = found.get().getSeq() + 1;
    }
    return List.copyOf(letters);
  }

  private Optional<MessageInfo> from(long sequence, String subject) {
    try {
      return Optional.of(
          server.call(
              "read dead letters", it -> it.getNextMessage(layout.dead(), sequence, subject)));
    } catch (NatsFailure failure) {
      if (failure.notFound()) return Optional.empty();
      throw failure;
    }
  }

  /** The dead letter of an id, {@code subscription:number}. */
  Optional<DeadLetter> find(String id) {
    int colon = id.lastIndexOf(':');
    if (colon <= 0 || !id.substring(colon + 1).matches("[0-9]{1,18}")) return Optional.empty();
    long sequence = Math.max(1, Long.parseLong(id.substring(colon + 1)));
    return from(sequence, layout.deadSubject("*"))
        .map(NatsDeadLetters::letter)
        .filter(letter -> letter.id().equals(id));
  }

  boolean remove(DeadLetter letter) {
    long sequence = Long.parseLong(letter.id().substring(letter.id().lastIndexOf(':') + 1));
    try {
      return server.call(
          "remove a dead letter", it -> it.deleteMessage(layout.dead(), sequence, false));
    } catch (NatsFailure failure) {
      if (failure.notFound()) return false;
      throw failure;
    }
  }

  private static DeadLetter letter(MessageInfo info) {
    String subscription = NatsLayout.buried(Objects.requireNonNull(info.getSubject()));
    StoredEvent event = StoredEvent.decode(Objects.requireNonNull(info.getData()));
    return new DeadLetter(
        subscription + ":" + info.getSeq(),
        subscription,
        event.message(),
        event.error(),
        event.failures(),
        event.diedAt());
  }
}
