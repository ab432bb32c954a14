package dev.heddle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.pool.PooledComponent;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Calls a component all the time, on a thread of its own, and notices when it does not answer. */
public final class Neighbour implements AutoCloseable {
  private static final byte[] REQUEST = {1, 2, 3};

  private static final long PAUSE_NANOS = 100_000;

  private final PooledComponent component;
  private final AtomicReference<@Nullable Throwable> disturbed = new AtomicReference<>();
  private final AtomicLong answers = new AtomicLong();
  private final Thread thread;
  private volatile boolean done;

  /** Begins to call a component that echoes. */
  public Neighbour(PooledComponent component) {
    this.component = component;
    this.thread = Thread.ofVirtual().start(this::callOnAndOn);
  }

  private void callOnAndOn() {
    try {
      while (!done) {
        assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
        answers.incrementAndGet();
        // It is to be disturbed, not to disturb.
        LockSupport.parkNanos(PAUSE_NANOS);
      }
    } catch (Throwable failure) {
      disturbed.set(failure);
    }
  }

  /** How often it has been answered. */
  public long answers() {
    return answers.get();
  }

  /** Passes once it has been answered again. */
  public void assertAnswered() {
    long before = answers.get();
    while (answers.get() == before && disturbed.get() == null) Thread.yield();
    assertThat(disturbed.get()).isNull();
  }

  @Override
  public void close() throws InterruptedException {
    done = true;
    thread.join();
    assertThat(disturbed.get()).isNull();
  }
}
