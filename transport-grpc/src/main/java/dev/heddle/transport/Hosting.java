package dev.heddle.transport;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.remote.CallNotBegunException;
import dev.heddle.core.remote.CallNotBegunException.Reason;
import dev.heddle.core.remote.IncomingCall;
import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ServedCall;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** What a server offers, whether it takes calls now, and how many run. */
final class Hosting {
  private final IncomingCalls calls;
  private final AtomicInteger running = new AtomicInteger();
  private final Object idle = new Object();
  private volatile ServerState state = ServerState.STARTING;

  Hosting(IncomingCalls calls) {
    this.calls = calls;
  }

  IncomingCalls calls() {
    return calls;
  }

  ServerState state() {
    return state;
  }

  void state(ServerState next) {
    state = next;
  }

  /** Names of what Heddle's processes may call: hosted components, granted capabilities. */
  List<String> names() {
    return offers().map(ComponentDescriptor::name).toList();
  }

  /** One of these. */
  Optional<ComponentDescriptor<?>> named(String name) {
    return offers().filter(offered -> offered.name().equals(name)).findFirst();
  }

  private Stream<ComponentDescriptor<?>> offers() {
    return Stream.concat(calls.components().stream(), calls.capabilities().stream());
  }

  /**
   * Takes a call in; {@link #ended} must follow.
   *
   * @throws CallNotBegunException when it is not taken
   */
  ServedCall accept(IncomingCall call) {
    // Counted before the state is read, as whoever drains reads them the other way round.
    running.incrementAndGet();
    try {
      if (state != ServerState.READY) throw notReady();
      return calls.accept(call);
    } catch (Throwable refused) {
      ended();
      throw refused;
    }
  }

  /** Notes that a call has ended, and its answer been handed on. */
  void ended() {
    if (running.decrementAndGet() > 0 || state != ServerState.DRAINING) return;
    synchronized (idle) {
      idle.notifyAll();
    }
  }

  /** Waits until no call runs, and tells whether that came about in time. */
  boolean awaitIdle(long deadline) throws InterruptedException {
    synchronized (idle) {
      while (running.get() > 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        if (left <= 0) return false;
        idle.wait(left);
      }
      return true;
    }
  }

  CallNotBegunException notReady() {
    return new CallNotBegunException(
        Reason.NOT_READY,
        "replica "
            + calls.identity().process()
            + (state == ServerState.DRAINING ? " takes no new calls" : " is not ready yet"));
  }
}
