package dev.heddle.scheduler;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** One process and its successors, until it is stopped. Safe for use by many threads. */
final class SupervisedProcess {
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private final ProcessSpecification specification;
  private final ProcessEvents events;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Thread thread;
  private @Nullable Process process;
  private boolean stopping;

  /** Starts it. */
  SupervisedProcess(ProcessSpecification specification, ProcessEvents events) {
    this.specification = specification;
    this.events = events;
    this.thread = thread(this::supervise);
    thread.start();
  }

  /** Asks it to end, and to begin no more. */
  void stop() {
    lock.lock();
    try {
      stopping = true;
      changed.signalAll();
      if (process != null) process.toHandle().destroy();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until it has ended, and kills it when that takes longer than it may. */
  void awaitEnd(Duration grace) throws InterruptedException {
    if (thread.join(grace)) return;
    kill();
    thread.join();
  }

  private void kill() {
    lock.lock();
    try {
      if (process != null) process.toHandle().destroyForcibly();
    } finally {
      lock.unlock();
    }
  }

  private void supervise() {
    BackOff backOff = BackOff.NONE;
    try {
      while (!awaitStop(backOff.pause())) {
        long begin = System.nanoTime();
        String end = run();
        backOff = backOff.after(Duration.ofNanos(System.nanoTime() - begin));
        if (!stopping()) events.lost(specification.name(), end, backOff.pause());
      }
    } catch (InterruptedException e) {
      kill();
    }
  }

  /** Runs it once, and says how it ended. */
  private String run() throws InterruptedException {
    Process started;
    lock.lock();
    try {
      if (stopping) return "stopped";
      ProcessBuilder builder =
          new ProcessBuilder(specification.command().get())
              .directory(specification.folder().toFile())
              .redirectErrorStream(true);
      builder.environment().putAll(specification.environment());
      started = builder.start();
      process = started;
    } catch (IOException failure) {
      return String.valueOf(failure.getMessage());
    } finally {
      lock.unlock();
    }
    events.started(specification.name(), started.pid());
    Thread reader = thread(() -> readOutput(started));
    reader.start();
    int exitCode = started.waitFor();
    // A process of its own that it has left behind may hold the pipe for ever.
    reader.join(LAST_WORDS);
    return "exit code " + exitCode;
  }

  /** Reading from a pipe may hold a carrier thread. */
  private Thread thread(Runnable work) {
    return Thread.ofPlatform().daemon().name(specification.name()).unstarted(work);
  }

  private void readOutput(Process started) {
    try (BufferedReader output = started.inputReader()) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        events.line(specification.name(), line);
      }
    } catch (IOException broken) {
      // The process is gone, or about to be.
    }
  }

  private boolean stopping() {
    lock.lock();
    try {
      return stopping;
    } finally {
      lock.unlock();
    }
  }

  /** Waits for a while, and tells whether it was stopped. */
  private boolean awaitStop(Duration pause) throws InterruptedException {
    long left = pause.toNanos();
    lock.lockInterruptibly();
    try {
      while (!stopping && left > 0) left = changed.awaitNanos(left);
      return stopping;
    } finally {
      lock.unlock();
    }
  }
}
