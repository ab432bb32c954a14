package dev.heddle.scheduler.dashboard;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Sends the state to everybody who listens, as Server-Sent Events; asks for it only while somebody
 * does, and once for all of them. Safe for use by many threads.
 */
final class StateStream implements AutoCloseable {
  private static final Logger LOG = System.getLogger(StateStream.class.getName());
  static final int MAX_LISTENERS = 32;

  private final Supplier<State> state;
  private final Duration pause;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition joined = lock.newCondition();
  private final Set<Listener> listeners = new HashSet<>();
  private final Thread teller;

  /**
   * Starts it.
   *
   * @param pause between two events
   */
  StateStream(Supplier<State> state, Duration pause) {
    this.state = state;
    this.pause = pause;
    this.teller = Thread.ofVirtual().name("dashboard-stream").start(this::tell);
  }

  /** Sends events until the listener leaves, or reads too slowly, or this is closed. */
  void serve(HttpExchange exchange) throws IOException, RefusedRequest {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.sendResponseHeaders(Answer.OK, -1);
      return;
    }
    Listener listener = new Listener(Thread.currentThread(), event());
    join(listener);
    try {
      exchange.sendResponseHeaders(Answer.OK, 0);
      listener.write(exchange.getResponseBody());
    } catch (InterruptedException dropped) {
      // Too slow, or the dashboard ends: the connection closes, and the page knows what to do.
    } finally {
      leave(listener);
    }
  }

  private void join(Listener listener) throws RefusedRequest {
    lock.lock();
    try {
      if (listeners.size() >= MAX_LISTENERS) {
        throw new RefusedRequest(
            503,
            "At most " + MAX_LISTENERS + " listen at a time",
            "So many do",
            "Close a page of the dashboard, or read /api/state");
      }
      listeners.add(listener);
      joined.signal();
    } finally {
      lock.unlock();
    }
  }

  private void leave(Listener listener) {
    lock.lock();
    try {
      listeners.remove(listener);
    } finally {
      lock.unlock();
    }
  }

  private void tell() {
    try {
      while (true) {
        List<Listener> present = awaitListeners();
        try {
          byte[] event = event();
          present.forEach(each -> each.offer(event));
        } catch (RuntimeException failure) {
          LOG.log(Level.ERROR, "The dashboard has no state to show", failure);
        }
        Thread.sleep(pause);
      }
    } catch (InterruptedException closed) {
      // Nobody is to be told anything any more.
    }
  }

  private List<Listener> awaitListeners() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (listeners.isEmpty()) joined.await();
      return new ArrayList<>(listeners);
    } finally {
      lock.unlock();
    }
  }

  private byte[] event() {
    String document = new String(Answer.bytes(state.get()), StandardCharsets.UTF_8);
    return ("data: " + document + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    teller.interrupt();
    lock.lock();
    try {
      listeners.forEach(Listener::drop);
    } finally {
      lock.unlock();
    }
  }
}
