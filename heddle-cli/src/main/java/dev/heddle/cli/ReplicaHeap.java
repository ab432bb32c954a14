package dev.heddle.cli;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much heap each replica may take, so that all of them and the application share a machine.
 *
 * @param megabytes at most
 */
record ReplicaHeap(long megabytes) {
  private static final Pattern SIZE = Pattern.compile("([1-9]\\d{0,6})([mMgG])[bB]?");

  /** Below this, guests that are allowed what is usual would not find it. */
  private static final long LEAST = 256;

  /** The heap of these words, such as 512m or 2g. */
  static ReplicaHeap parse(String words) {
    Matcher size = SIZE.matcher(words);
    if (!size.matches()) {
      throw CommandFailure.usage("--replica-heap is a size such as 512m or 2g, not " + words);
    }
    long number = Long.parseLong(size.group(1));
    ReplicaHeap heap =
        new ReplicaHeap(size.group(2).equalsIgnoreCase("g") ? number * 1024 : number);
    if (heap.megabytes() < 64) {
      throw CommandFailure.usage("--replica-heap is 64m or more, not " + words);
    }
    return heap;
  }

  /** What is usual for several replicas on this machine. */
  static ReplicaHeap usual(int replicas) {
    return usual(replicas, machineMegabytes());
  }

  /**
   * Half of the machine for all of them together, and no more than a quarter for one, which is what
   * Java takes by itself.
   */
  static ReplicaHeap usual(int replicas, long machineMegabytes) {
    long share = Math.min(machineMegabytes / 4, machineMegabytes / 2 / replicas);
    return new ReplicaHeap(Math.max(LEAST, share));
  }

  /** That Java keeps to it. */
  String option() {
    return "-Xmx" + megabytes + "m";
  }

  /** Of this machine, or of the container that this process is in. */
  private static long machineMegabytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
        >> 20;
  }
}
