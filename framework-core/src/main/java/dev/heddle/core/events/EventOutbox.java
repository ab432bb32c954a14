package dev.heddle.core.events;

import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.capability.EventPublishException.Reason;
import dev.heddle.core.capability.CommitQueue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Events in one file, or in memory, for the subscriptions of this process. Publishing returns when
 * the file is forced to the disk; many publishers share the cost. One process at a time can open a
 * directory.
 *
 * <p>The file is H2's MVStore, as for the key-value store. An event is written once for each
 * subscription, all in one commit, under {@code subscription/position}.
 */
public final class EventOutbox implements EventBackend {
  private static final String FILE = "events.mv";
  private static final String NEXT = "next";

  /** Space of delivered events is reused after this long: long enough for a disk to settle. */
  private static final int RETENTION_MILLIS = 5_000;

  private final MVStore store;
  private final Shelf pending;
  private final Shelf dead;
  private final MVMap<String, Long> counters;
  private final List<Subscribed> subscriptions;
  private final EventBounds bounds;
  private final CommitQueue writes;
  private final List<PendingDelivery> staged = new ArrayList<>();
  private Optional<Receiver> receiver = Optional.empty();

  private EventOutbox(MVStore store, List<Subscribed> subscriptions, EventBounds bounds) {
    this.store = store;
    store.setRetentionTime(RETENTION_MILLIS);
    this.subscriptions = List.copyOf(subscriptions);
    this.bounds = bounds;
    this.pending = new Shelf(map("pending"));
    this.dead = new Shelf(map("dead"));
    this.counters =
        store.openMap(
            "counters",
            new MVMap.Builder<String, Long>()
                .keyType(StringDataType.INSTANCE)
                .valueType(LongDataType.INSTANCE));
    this.writes = new CommitQueue("event", this::commit);
  }

  /** Opens the outbox of a directory, which is made if it is not there. */
  public static EventOutbox open(
      Path directory, List<Subscribed> subscriptions, EventBounds bounds) {
    try {
      Files.createDirectories(directory);
      // "retry:" reopens the file after an interrupt, which otherwise closes it for everybody.
      String file = "retry:" + directory.toAbsolutePath().resolve(FILE);
      return new EventOutbox(builder().fileName(file).open(), subscriptions, bounds);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot make the data directory " + directory, failure);
    } catch (MVStoreException failure) {
      throw new IllegalStateException(
          "the events in "
              + directory.toAbsolutePath()
              + " cannot be opened: "
              + failure.getMessage()
              + ". Stop the other process that uses it, or set heddle.data-directory to another"
              + " folder",
          failure);
    }
  }

  /** An outbox that forgets everything when it is closed. */
  public static EventOutbox inMemory(List<Subscribed> subscriptions, EventBounds bounds) {
    return new EventOutbox(builder().open(), subscriptions, bounds);
  }

  /** Only this class commits: otherwise half of a publish could become durable. */
  private static MVStore.Builder builder() {
    return new MVStore.Builder().autoCommitDisabled().autoCommitBufferSize(0);
  }

  private MVMap<String, byte[]> map(String name) {
    MVMap.Builder<String, byte[]> types = new MVMap.Builder<>();
    types.setKeyType(StringDataType.INSTANCE);
    types.setValueType(ByteArrayDataType.INSTANCE);
    return store.openMap(name, types);
  }

  @Override
  public void publish(EventMessage message) throws EventPublishException {
    List<Subscribed> takers =
        subscriptions.stream().filter(it -> it.event().equals(message.event())).toList();
    if (takers.isEmpty()) return;
    byte[] stored = StoredEvent.pending(message).encode();
    boolean accepted;
    try {
      accepted = writes.run(() -> append(takers, message, stored));
    } catch (CompletionException failure) {
      throw new EventPublishException(
          Reason.UNAVAILABLE, "the event could not be stored: " + failure.getCause());
    }
    if (!accepted) {
      throw new EventPublishException(
          Reason.BACKLOG_FULL,
          pending.size() + " deliveries are pending, of at most " + bounds.backlog());
    }
  }

  private boolean append(List<Subscribed> takers, EventMessage message, byte[] stored) {
    if (pending.size() + takers.size() > bounds.backlog()) return false;
    for (Subscribed taker : takers) append(taker.name(), message, stored);
    return true;
  }

  private void append(String subscription, EventMessage message, byte[] stored) {
    long position = counters.getOrDefault(NEXT, 1L);
    counters.put(NEXT, position + 1);
    pending.put(subscription, position, stored);
    staged.add(new PendingDelivery(subscription, position, message.key(), 0));
  }

  @Override
  public void start(Receiver chosen) {
    writes.run(
        () -> {
          staged.clear();
          for (Subscribed subscription : subscriptions) {
            pending
                .of(subscription.name())
                .forEachRemaining(entry -> staged.add(entry.pending(subscription.name())));
          }
          receiver = Optional.of(chosen);
          return true;
        });
  }

  /** Runs on the queue's thread, so what is handed over is in the order of the positions. */
  private void commit() {
    try {
      store.commit();
      if (staged.isEmpty()) return;
      // Only what was published has to be on the disk; the rest may be done again.
      store.sync();
      receiver.ifPresent(it -> staged.forEach(it::accept));
    } finally {
      staged.clear();
    }
  }

  @Override
  public EventMessage read(PendingDelivery delivery) {
    return pending
        .get(delivery.subscription(), delivery.position())
        .orElseThrow(() -> new NoSuchElementException("no longer pending: " + delivery))
        .message();
  }

  @Override
  public void delivered(PendingDelivery delivery) {
    writes.run(() -> pending.remove(delivery.subscription(), delivery.position()));
  }

  @Override
  public void failed(PendingDelivery delivery) {
    StoredEvent failed = new StoredEvent(read(delivery), delivery.failures(), "", Instant.EPOCH);
    writes.run(() -> pending.put(delivery.subscription(), delivery.position(), failed.encode()));
  }

  @Override
  public boolean bury(PendingDelivery delivery, String error, Instant at) {
    StoredEvent buried = new StoredEvent(read(delivery), delivery.failures(), error, at);
    return writes.run(
        () -> {
          if (dead.size() >= bounds.deadLetters()) return false;
          pending.remove(delivery.subscription(), delivery.position());
          return dead.put(delivery.subscription(), delivery.position(), buried.encode());
        });
  }

  @Override
  public List<DeadLetter> deadLetters(Optional<String> subscription, int limit) {
    List<DeadLetter> letters = new ArrayList<>();
    Iterator<Shelf.Entry> entries = subscription.map(dead::of).orElseGet(dead::all);
    while (entries.hasNext() && letters.size() < limit) letters.add(entries.next().dead());
    return List.copyOf(letters);
  }

  @Override
  public boolean replay(String id) {
    return writes.run(
        () ->
            dead.entry(id)
                .filter(entry -> subscriptions.stream().anyMatch(entry::isOf))
                .map(
                    entry -> {
                      EventMessage message = entry.event().message();
                      dead.remove(entry.subscription(), entry.position());
                      append(entry.subscription(), message, StoredEvent.pending(message).encode());
                      return true;
                    })
                .orElse(false));
  }

  @Override
  public boolean discard(String id) {
    return writes.run(
        () ->
            dead.entry(id)
                .map(entry -> dead.remove(entry.subscription(), entry.position()))
                .orElse(false));
  }

  @Override
  public Map<String, Kept> kept() {
    Map<String, Long> waiting = pending.counts();
    Map<String, Long> buried = dead.counts();
    return java.util.stream.Stream.of(
            subscriptions.stream().map(Subscribed::name),
            waiting.keySet().stream(),
            buried.keySet().stream())
        .flatMap(Function.identity())
        .distinct()
        .collect(
            Collectors.toMap(
                Function.identity(),
                name -> new Kept(waiting.getOrDefault(name, 0L), buried.getOrDefault(name, 0L))));
  }

  @Override
  public void close() {
    writes.close();
    store.close();
  }
}
