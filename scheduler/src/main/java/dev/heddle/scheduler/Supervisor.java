package dev.heddle.scheduler;

import java.time.Duration;
import java.util.List;

/**
 * Keeps processes running: one that ends is started again, after a pause that grows while it keeps
 * ending. Safe for use by many threads.
 */
public final class Supervisor implements AutoCloseable {
  private final List<SupervisedProcess> processes;
  private final Duration grace;

  /**
   * Starts processes.
   *
   * @param events is told what becomes of them
   * @param grace how long they may take to end when they are stopped; then they are killed
   */
  public Supervisor(
      List<ProcessSpecification> specifications, ProcessEvents events, Duration grace) {
    this.grace = grace;
    this.processes =
        specifications.stream().map(each -> new SupervisedProcess(each, events)).toList();
  }

  /** Stops all of them at once, and waits until they have ended; what hangs is killed. */
  @Override
  public void close() {
    processes.forEach(SupervisedProcess::stop);
    long end = System.nanoTime() + grace.toNanos();
    boolean interrupted = false;
    for (SupervisedProcess process : processes) {
      try {
        process.awaitEnd(interrupted ? Duration.ZERO : Duration.ofNanos(end - System.nanoTime()));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
