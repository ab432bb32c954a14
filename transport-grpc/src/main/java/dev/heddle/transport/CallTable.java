package dev.heddle.transport;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The open calls of a tunnel by their ids: each lies where the lower bits of its id say. One thread
 * at a time adds; any looks up and removes.
 *
 * @param <E> what a side knows of a call
 */
final class CallTable<E extends CallTable.Entry> {
  private static final int PLACES = 1 << 14;

  private final AtomicReferenceArray<@Nullable E> places = new AtomicReferenceArray<>(PLACES);
  private final AtomicInteger size = new AtomicInteger();
  private volatile long last;

  /** A call. */
  abstract static class Entry {
    private long id;

    final long id() {
      return id;
    }
  }

  /** Adds a call under the next id. There must be less than {@link TunnelLimits#CALLS}. */
  void add(E entry) {
    long id = last + 1;
    while (places.get(place(id)) != null) id++;
    put(id, entry);
  }

  /**
   * Adds a call under an id of the other side's choice.
   *
   * @return whether the id is allowed
   */
  boolean add(long id, E entry) {
    if (id <= last || places.get(place(id)) != null) return false;
    put(id, entry);
    return true;
  }

  /** The open call of an id. */
  @Nullable E get(long id) {
    E entry = places.get(place(id));
    return entry != null && entry.id() == id ? entry : null;
  }

  /** Takes a call out, and tells whether it was still there. */
  boolean remove(E entry) {
    if (!places.compareAndSet(place(entry.id()), entry, null)) return false;
    size.decrementAndGet();
    return true;
  }

  /** How many there are. */
  int size() {
    return size.get();
  }

  /** The id that was given last. */
  long last() {
    return last;
  }

  /** Visits the calls that are there all the while, the latest first. */
  void forEach(Consumer<E> visitor) {
    long id = last;
    int left = size();
    for (int i = 0; i < PLACES && left > 0; i++, id--) {
      E entry = places.get(place(id));
      if (entry == null) continue;
      left--;
      visitor.accept(entry);
    }
  }

  private void put(long id, E entry) {
    ((Entry) entry).id = id;
    last = id;
    size.incrementAndGet();
    places.set(place(id), entry);
  }

  private static int place(long id) {
    return (int) id & (PLACES - 1);
  }
}
