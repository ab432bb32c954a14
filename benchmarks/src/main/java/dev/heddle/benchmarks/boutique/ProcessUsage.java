package dev.heddle.benchmarks.boutique;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Linux says that processes use. */
final class ProcessUsage {
  /** The unit of /proc's processor times: on Linux a hundredth of a second everywhere. */
  private static final long NANOS_PER_TICK = 10_000_000;

  private ProcessUsage() {}

  /** Processor time of a process so far, in nanoseconds. */
  static long cpuNanos(long pid) {
    return cpuNanos(read(pid, "stat"));
  }

  /** The same from the text of {@code /proc/PID/stat}, in which the name may have any character. */
  static long cpuNanos(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK;
  }

  /** Processor time of this process so far, in nanoseconds. */
  static long ofThisProcess() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /**
   * Memory that processes have.
   *
   * @param resident every page of each, in bytes
   * @param proportional a page that several processes share only as its part of each, in bytes
   */
  record Memory(long resident, long proportional) {

    Memory plus(Memory other) {
      return new Memory(resident + other.resident, proportional + other.proportional);
    }

    /** From the text of {@code /proc/PID/smaps_rollup}. */
    static Memory parse(String rollup) {
      return new Memory(bytes(rollup, "Rss:"), bytes(rollup, "Pss:"));
    }

    private static long bytes(String rollup, String label) {
      return rollup
          .lines()
          .filter(line -> line.startsWith(label))
          .map(line -> line.replaceAll("[^0-9]", ""))
          .mapToLong(Long::parseLong)
          .map(kilobytes -> kilobytes * 1024)
          .findFirst()
          .orElseThrow();
    }
  }

  /** The memory of processes together. */
  static Memory memory(List<Long> pids) {
    return pids.stream()
        .map(pid -> Memory.parse(read(pid, "smaps_rollup")))
        .reduce(new Memory(0, 0), Memory::plus);
  }

  private static String read(long pid, String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException gone) {
      throw new UncheckedIOException("process " + pid + " cannot be read", gone);
    }
  }
}
