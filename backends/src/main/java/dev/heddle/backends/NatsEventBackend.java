package dev.heddle.backends;

import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.capability.EventPublishException.Reason;
import dev.heddle.core.events.DeadLetter;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventMessage;
import dev.heddle.core.events.PendingDelivery;
import dev.heddle.core.events.StoredEvent;
import io.nats.client.Message;
import io.nats.client.api.MessageInfo;
import io.nats.client.impl.NatsMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events in NATS JetStream. Every process publishes; the one that holds the lease delivers, and
 * another takes over when it ends. {@link NatsLayout} says what stands where.
 */
final class NatsEventBackend implements EventBackend {
  private static final Logger LOG = LoggerFactory.getLogger(NatsEventBackend.class);

  /** Below the length that the server takes of a line, 4096. */
  private static final int LONGEST_SUBJECT = 3_000;

  private final NatsConnection server;
  private final NatsLayout layout;
  private final List<Subscribed> subscriptions;
  private final NatsPending pending;
  private final NatsDeadLetters letters;
  private final NatsLease lease;
  private @Nullable NatsHandOver handOver;
  private @Nullable Thread thread;

  NatsEventBackend(NatsConnection server, List<Subscribed> subscriptions) {
    this.server = server;
    this.layout = server.layout();
    this.subscriptions = List.copyOf(subscriptions);
    this.pending = new NatsPending(server);
    this.letters = new NatsDeadLetters(server);
    this.lease = new NatsLease(server);
    subscriptions.stream()
        .collect(
            Collectors.groupingBy(
                Subscribed::event, Collectors.mapping(Subscribed::name, Collectors.toList())))
        .forEach(this::checkLength);
  }

  private void checkLength(String event, Collection<String> takers) {
    int length = layout.eventSubject(takers).getBytes(StandardCharsets.UTF_8).length;
    if (length <= LONGEST_SUBJECT) return;
    throw new IllegalStateException(
        "the subscriptions to %s make a subject of %d bytes in NATS, which takes %d. Let fewer"
                .formatted(event, length, LONGEST_SUBJECT)
            + " components subscribe to it, or set heddle.events.backend to embedded");
  }

  @Override
  public void publish(EventMessage message) throws EventPublishException {
    List<String> takers =
        subscriptions.stream()
            .filter(it -> it.event().equals(message.event()))
            .map(Subscribed::name)
            .sorted()
            .toList();
    if (takers.isEmpty()) return;
    try {
      append(takers, message);
    } catch (NatsFailure failure) {
      throw new EventPublishException(
          failure.full() ? Reason.BACKLOG_FULL : Reason.UNAVAILABLE,
          String.valueOf(failure.getMessage()));
    }
  }

  private void append(List<String> takers, EventMessage message) {
    Message stored =
        NatsMessage.builder()
            .subject(layout.eventSubject(takers))
            .headers(NatsReader.headers(message.key()))
            .data(StoredEvent.pending(message).encode())
            .build();
    long unused = server.call("keep an event", it -> it.jetStream().publish(stored).getSeqno());
  }

  @Override
  public synchronized void start(Receiver receiver) {
    handOver =
        new NatsHandOver(
            server,
            lease,
            pending,
            subscriptions.stream().map(Subscribed::name).collect(Collectors.toUnmodifiableSet()),
            receiver);
    thread = Thread.ofVirtual().name("events from NATS").start(handOver);
  }

  @Override
  public EventMessage read(PendingDelivery delivery) {
    if (!lease.held()) {
      throw new IllegalStateException(
          server.description() + " does not say that no other process delivers");
    }
    if (!pending.isPending(delivery)) throw gone(delivery);
    try {
      MessageInfo found =
          server.call("read an event", it -> it.getMessage(layout.events(), delivery.position()));
      return StoredEvent.decode(Objects.requireNonNull(found.getData())).message();
    } catch (NatsFailure failure) {
      if (!failure.notFound()) throw failure;
      pending.gone(delivery.position());
      throw gone(delivery);
    }
  }

  private static NoSuchElementException gone(PendingDelivery delivery) {
    return new NoSuchElementException("no longer pending: " + delivery);
  }

  @Override
  public void delivered(PendingDelivery delivery) {
    pending.had(delivery);
  }

  @Override
  public void failed(PendingDelivery delivery) {
    pending.failed(delivery);
  }

  @Override
  public boolean bury(PendingDelivery delivery, String error, Instant at) {
    if (!letters.add(delivery, read(delivery), error, at)) return false;
    pending.had(delivery);
    return true;
  }

  @Override
  public List<DeadLetter> deadLetters(Optional<String> subscription, int limit) {
    return letters.oldest(subscription, limit);
  }

  @Override
  public boolean replay(String id) {
    Optional<DeadLetter> letter =
        letters
            .find(id)
            .filter(
                it -> subscriptions.stream().anyMatch(one -> one.name().equals(it.subscription())));
    letter.ifPresent(it -> append(List.of(it.subscription()), it.message()));
    return letter.map(letters::remove).orElse(false);
  }

  @Override
  public boolean discard(String id) {
    return letters.find(id).map(letters::remove).orElse(false);
  }

  @Override
  public Map<String, Kept> kept() {
    return NatsCounts.kept(server, subscriptions);
  }

  @Override
  public synchronized void close() {
    Thread running = thread;
    if (handOver != null) handOver.close();
    try {
      if (running != null) running.join();
      lease.release();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (NatsFailure failure) {
      LOG.warn("{}; the next process waits until it is over", failure.getMessage());
    }
    server.close();
  }
}
