package dev.heddle.cli;

import dev.heddle.scheduler.ProcessEvents;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** The output of several processes as one, each line behind the name of who wrote it. */
final class MergedLog implements ProcessEvents {
  /** Whose lines are those of the command itself. */
  static final String HEDDLE = "heddle";

  private final PrintWriter out;
  private final int width;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param width of the longest name
   */
  MergedLog(PrintWriter out, int width) {
    this.out = out;
    this.width = width;
  }

  @Override
  public void line(String process, String line) {
    lock.lock();
    try {
      out.println(process + " ".repeat(Math.max(0, width - process.length())) + " | " + line);
      out.flush();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void started(String process, long pid) {
    line(HEDDLE, process + " is process " + pid);
  }

  @Override
  public void lost(String process, String what, Duration pause) {
    line(
        HEDDLE,
        process
            + " ended by itself ("
            + what
            + "); it is started again in "
            + pause.toMillis()
            + " ms");
  }
}
