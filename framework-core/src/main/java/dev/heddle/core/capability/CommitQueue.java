package dev.heddle.core.capability;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs writes one after the other on a thread of its own and commits all that have gathered at
 * once: a lone writer waits for nobody, and many share the cost of a commit. The callers' threads
 * may be interrupted without harm to the file.
 */
public final class CommitQueue implements AutoCloseable {
  private final BlockingQueue<Write<?>> waiting = new LinkedBlockingQueue<>();
  private final String name;
  private final Runnable commit;
  private final Thread writer;
  private volatile boolean closed;

  /**
   * A queue for a store.
   *
   * @param name what is stored, for messages
   * @param commit makes what was written durable
   */
  public CommitQueue(String name, Runnable commit) {
    this.name = name;
    this.commit = commit;
    this.writer = Thread.ofPlatform().name("heddle-" + name + "-writer").daemon().start(this::work);
  }

  /**
   * Runs a write and returns when it is committed.
   *
   * @throws java.util.concurrent.CompletionException when the write or its commit failed
   */
  public <T extends @Nullable Object> T run(Supplier<T> action) {
    Write<T> write = new Write<>(action);
    waiting.add(write);
    // After the add: close() empties the queue only when it has said that it is closed.
    if (closed) failWaiting();
    return write.done.join();
  }

  @Override
  public void close() {
    closed = true;
    writer.interrupt();
    boolean interrupted = false;
    while (writer.isAlive()) {
      try {
        writer.join();
      } catch (InterruptedException again) {
        interrupted = true;
      }
    }
    failWaiting();
    if (interrupted) Thread.currentThread().interrupt();
  }

  private void work() {
    List<Write<?>> batch = new ArrayList<>();
    while (!closed) {
      try {
        batch.add(waiting.take());
      } catch (InterruptedException closing) {
        continue;
      }
      waiting.drainTo(batch);
      write(batch);
      batch.clear();
    }
  }

  private void write(List<Write<?>> batch) {
    batch.forEach(Write::apply);
    try {
      commit.run();
    } catch (RuntimeException failure) {
      batch.forEach(write -> write.done.completeExceptionally(failure));
    }
    batch.forEach(Write::finish);
  }

  private void failWaiting() {
    List<Write<?>> left = new ArrayList<>();
    waiting.drainTo(left);
    Closed closing = new Closed(name);
    left.forEach(write -> write.done.completeExceptionally(closing));
  }

  /** Nothing is written any more. */
  static final class Closed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Closed(String name) {
      super("the embedded " + name + " store is closed");
    }
  }

  private static final class Write<T extends @Nullable Object> {
    private final Supplier<T> action;
    private final CompletableFuture<T> done = new CompletableFuture<>();
    private Runnable outcome = () -> {};

    Write(Supplier<T> action) {
      this.action = action;
    }

    void apply() {
      try {
        T result = action.get();
        outcome = () -> done.complete(result);
      } catch (RuntimeException failure) {
        outcome = () -> done.completeExceptionally(failure);
      }
    }

    void finish() {
      outcome.run();
    }
  }
}
