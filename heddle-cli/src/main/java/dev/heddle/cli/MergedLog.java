package dev.heddle.cli;

import dev.heddle.scheduler.ProcessEvents;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** The output of several processes as one, each line behind the name of who wrote it. */
final class MergedLog implements ProcessEvents {
  /** Whose lines are those of the command itself. */
  static final String HEDDLE = "heddle";

  private static final int WIDTH = Replicas.APPLICATION.length();

  private final PrintWriter out;
  private final KeptLog kept;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean keeping = true;

  /**
   * @param kept what keeps every line, too
   */
  MergedLog(PrintWriter out, KeptLog kept) {
    this.out = out;
    this.kept = kept;
  }

  /** What stands before a line of a process. */
  static String prefix(String process) {
    return process + " ".repeat(Math.max(0, WIDTH - process.length())) + " | ";
  }

  @Override
  public void line(String process, String line) {
    line(process, line, line);
  }

  /** The same where not all that is shown may be kept, such as a token. */
  void line(String process, String shown, String toKeep) {
    lock.lock();
    try {
      out.println(prefix(process) + shown);
      out.flush();
      keep(process, toKeep);
    } finally {
      lock.unlock();
    }
  }

  /** A run goes on where the disk does not. */
  private void keep(String process, String line) {
    if (!keeping) return;
    try {
      kept.add(process, line);
    } catch (UncheckedIOException failure) {
      keeping = false;
      out.println(
          prefix(HEDDLE)
              + "this log is not kept any longer for heddle logs: "
              + failure.getCause());
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
