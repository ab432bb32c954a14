package dev.heddle.core.events;

import dev.heddle.core.events.EventBackend.Subscribed;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.MVMap;

/** Stored events by subscription and position. One thread writes; any may read. */
final class Shelf {
  private static final int HEXADECIMAL = 16;

  private final MVMap<String, byte[]> events;
  private final Map<String, Long> counts = new ConcurrentHashMap<>();

  Shelf(MVMap<String, byte[]> events) {
    this.events = events;
    events.keyIterator(null).forEachRemaining(key -> count(subscription(key), 1));
  }

  /** One stored event. */
  record Entry(String subscription, long position, StoredEvent event) {
    boolean isOf(Subscribed subscribed) {
      return subscribed.name().equals(subscription);
    }

    PendingDelivery pending(String name) {
      return new PendingDelivery(name, position, event.message().key(), event.failures());
    }

    DeadLetter dead() {
      return new DeadLetter(
          subscription + ":" + position,
          subscription,
          event.message(),
          event.error(),
          event.failures(),
          event.diedAt());
    }
  }

  long size() {
    return events.sizeAsLong();
  }

  Map<String, Long> counts() {
    return new HashMap<>(counts);
  }

  boolean put(String subscription, long position, byte[] event) {
    if (events.put(key(subscription, position), event) == null) count(subscription, 1);
    return true;
  }

  boolean remove(String subscription, long position) {
    boolean removed = events.remove(key(subscription, position)) != null;
    if (removed) count(subscription, -1);
    return removed;
  }

  Optional<StoredEvent> get(String subscription, long position) {
    return Optional.ofNullable(events.get(key(subscription, position))).map(StoredEvent::decode);
  }

  /** The entry of an id, {@code subscription:position}. */
  Optional<Entry> entry(String id) {
    int colon = id.lastIndexOf(':');
    if (colon < 0 || !id.substring(colon + 1).matches("[0-9]{1,18}")) return Optional.empty();
    String subscription = id.substring(0, colon);
    long position = Long.parseLong(id.substring(colon + 1));
    return get(subscription, position).map(event -> new Entry(subscription, position, event));
  }

  /** All entries, by subscription and position. */
  Iterator<Entry> all() {
    return entries("", "\uffff");
  }

  /** The entries of a subscription, by position. */
  Iterator<Entry> of(String subscription) {
    return entries(subscription + "/", subscription + "0");
  }

  /** Those from {@code from} on and below {@code to}; a zero comes after a slash. */
  private Iterator<Entry> entries(String from, String to) {
    return new Iterator<>() {
      private final Iterator<String> keys = events.keyIterator(from);
      private Optional<Entry> next = advance();

      private Optional<Entry> advance() {
        while (keys.hasNext()) {
          String key = keys.next();
          if (key.compareTo(to) >= 0) return Optional.empty();
          byte[] event = events.get(key);
          if (event == null) continue;
          long position = Long.parseLong(key.substring(key.indexOf('/') + 1), HEXADECIMAL);
          return Optional.of(new Entry(subscription(key), position, StoredEvent.decode(event)));
        }
        return Optional.empty();
      }

      @Override
      public boolean hasNext() {
        return next.isPresent();
      }

      @Override
      public Entry next() {
        Entry entry = next.orElseThrow();
        next = advance();
        return entry;
      }
    };
  }

  private void count(String subscription, long step) {
    counts.merge(subscription, step, (a, b) -> a + b == 0 ? null : a + b);
  }

  private static String key(String subscription, long position) {
    return subscription + "/%016x".formatted(position);
  }

  private static String subscription(String key) {
    return key.substring(0, key.indexOf('/'));
  }
}
