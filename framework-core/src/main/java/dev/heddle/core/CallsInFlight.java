package dev.heddle.core;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls to each component run in this process, of those that may go elsewhere when there
 * are many. Safe for use by many threads.
 */
final class CallsInFlight {
  private final Map<String, AtomicInteger> running = new ConcurrentHashMap<>();

  /**
   * Counts a call in.
   *
   * @param most how many there may be, from 1
   * @return whether there is room; {@link #leave} must follow then
   */
  boolean enter(String component, int most) {
    AtomicInteger calls = running.get(component);
    if (calls == null) calls = running.computeIfAbsent(component, any -> new AtomicInteger());
    if (calls.incrementAndGet() <= most) return true;
    calls.decrementAndGet();
    return false;
  }

  /** Counts a call out. */
  void leave(String component) {
    AtomicInteger calls = running.get(component);
    if (calls != null) calls.decrementAndGet();
  }
}
