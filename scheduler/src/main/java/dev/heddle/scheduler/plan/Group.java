package dev.heddle.scheduler.plan;

/**
 * Components that are in the same processes.
 *
 * @param members their numbers
 * @param home whether they may be in the application's process
 * @param replicas the replicas that they may be at
 * @param most at how many of these at a time
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read in the innermost loop
record Group(int[] members, boolean home, long replicas, int most) {

  boolean allows(long mask) {
    if (mask == Hosts.HOME) return home;
    return (mask & ~replicas) == 0 && Long.bitCount(mask) <= most;
  }
}
