package dev.heddle.transport;

import dev.heddle.component.wire.MalformedMessageException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The elements of one call's streams, in both directions. The event loop tells what the other side
 * does; one thread waits for it.
 */
final class ElementFlow {
  private static final int WINDOW = 16;
  private static final int WINDOW_BYTES = 64 * 1024;

  /** What a thread may wait for. */
  enum Turn {
    /** The other side has returned a stream. */
    OPENED,
    /** An element is there. */
    ARRIVED,
    /** No more elements come. */
    COMPLETE,
    /** The other side asks for an element. */
    DEMANDED,
    /** The other side wants no more elements. */
    UNWANTED,
    /** The call has ended. */
    STOPPED
  }

  private final Deque<byte[]> arrived = new ArrayDeque<>();
  private int asked;
  private int largest = WINDOW_BYTES;
  private boolean seen;
  private boolean complete;
  private boolean opened;
  private int demand;
  private boolean unwanted;
  private boolean stopped;

  synchronized void open() {
    opened = true;
    notifyAll();
  }

  synchronized boolean opened() {
    return opened;
  }

  synchronized void arrive(byte[] element) {
    if (asked == 0 || complete) {
      throw new MalformedMessageException("an element that nobody asked for");
    }
    asked--;
    largest = seen ? Math.max(largest, element.length) : element.length;
    seen = true;
    arrived.add(element);
    notifyAll();
  }

  synchronized void complete() {
    complete = true;
    notifyAll();
  }

  synchronized void demand(int count) {
    // Whoever is asked for more than that has been asked for all there is.
    demand = Math.min(demand + count, 1 << 20);
    notifyAll();
  }

  synchronized void unwanted() {
    unwanted = true;
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  /**
   * How many elements to ask the other side for now, before one is waited for: as many as are
   * likely to take 64 KB, and at most 16.
   */
  synchronized int ask() {
    int window = Math.clamp(WINDOW_BYTES / Math.max(1, largest), 1, WINDOW);
    int expected = asked + arrived.size();
    if (complete || expected > window / 2) return 0;
    asked += window - expected;
    return window - expected;
  }

  /** Waits for the first of what is wanted; what is not wanted is passed over. */
  synchronized Turn await(boolean opening, boolean taking, boolean giving)
      throws InterruptedException {
    while (true) {
      if (opening && opened) return Turn.OPENED;
      if (taking && !arrived.isEmpty()) return Turn.ARRIVED;
      if (stopped) return Turn.STOPPED;
      if (taking && complete) return Turn.COMPLETE;
      if (giving && unwanted) return Turn.UNWANTED;
      if (giving && demand > 0) {
        demand--;
        return Turn.DEMANDED;
      }
      wait();
    }
  }

  /** The element that arrived. */
  synchronized byte[] take() {
    return arrived.remove();
  }

  /** Whether the other side sends no more elements. */
  synchronized boolean completed() {
    return complete || stopped;
  }
}
