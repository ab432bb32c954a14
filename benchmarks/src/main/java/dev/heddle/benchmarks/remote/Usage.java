package dev.heddle.benchmarks.remote;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * What a process has used, compiler and collector included.
 *
 * @param cpuNanos processor time
 * @param bytes allocated on the heap
 */
record Usage(long cpuNanos, long bytes) {

  /** What this process has used since it began. */
  static Usage now() {
    return new Usage(
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime(),
        ManagementFactory.getPlatformMXBean(ThreadMXBean.class).getTotalThreadAllocatedBytes());
  }

  Usage since(Usage before) {
    return new Usage(cpuNanos - before.cpuNanos, bytes - before.bytes);
  }

  /** Two numbers, for {@link #parse}. */
  String text() {
    return cpuNanos + " " + bytes;
  }

  static Usage parse(String text) {
    int space = text.indexOf(' ');
    return new Usage(
        Long.parseLong(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
  }
}
