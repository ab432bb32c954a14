package dev.heddle.core.control;

import com.sun.management.OperatingSystemMXBean;
import dev.heddle.core.control.Reading.EdgeReading;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What this process has used. */
final class ProcessFigures {
  private static final Path MEMORY = Path.of("/proc/self/statm");
  private static final long PAGE_BYTES = 4096;
  private static final Instant START =
      ProcessHandle.current().info().startInstant().orElse(Instant.now());

  private ProcessFigures() {}

  static Reading read(List<EdgeReading> edges) {
    return new Reading(
        Math.max(0, Duration.between(START, Instant.now()).toNanos()),
        processorNanos(),
        residentBytes(),
        edges);
  }

  private static long processorNanos() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Math.max(0, system.getProcessCpuTime())
        : 0;
  }

  /** Linux alone tells it. */
  private static long residentBytes() {
    try {
      return Long.parseLong(Files.readString(MEMORY).split(" ")[1]) * PAGE_BYTES;
    } catch (IOException | RuntimeException elsewhere) {
      return 0;
    }
  }
}
