package dev.heddle.core.remote;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.zip.CRC32C;

/** In which order replicas are asked to take a call. Pure. */
final class ReplicaChoice {
  private ReplicaChoice() {}

  /**
   * Those that have least to do first; of equals the one that {@code turn} points at.
   *
   * @param turn any number
   */
  static <R> List<R> leastOutstanding(List<R> replicas, ToIntFunction<R> outstanding, int turn) {
    if (replicas.size() < 2) return replicas;
    record Candidate<R>(R replica, int outstanding, int turn) {}
    int count = replicas.size();
    int first = Math.floorMod(turn, count);
    return java.util.stream.IntStream.range(0, count)
        .mapToObj(
            i ->
                new Candidate<>(
                    replicas.get(i),
                    outstanding.applyAsInt(replicas.get(i)),
                    Math.floorMod(i - first, count)))
        .sorted(
            Comparator.<Candidate<R>>comparingInt(Candidate::outstanding)
                .thenComparingInt(Candidate::turn))
        .map(Candidate::replica)
        .toList();
  }

  /**
   * The order of a routing key, by rendezvous hashing: when a replica comes or goes, only those
   * keys move that come to it or leave it.
   *
   * @see <a href="https://www.eecs.umich.edu/techreports/cse/96/CSE-TR-316-96.pdf">Thaler and
   *     Ravishankar: A Name-Based Mapping Scheme for Rendezvous</a>
   */
  static List<Replica> byKey(List<Replica> replicas, String key) {
    return replicas.stream()
        .sorted(
            Comparator.comparingLong((Replica replica) -> weight(key, replica.name())).reversed())
        .toList();
  }

  static long weight(String key, String replica) {
    CRC32C sum = new CRC32C();
    sum.update(key.getBytes(StandardCharsets.UTF_8));
    sum.update(0);
    sum.update(replica.getBytes(StandardCharsets.UTF_8));
    return mixed(sum.getValue());
  }

  /** The finalizer of SplitMix64: a checksum alone orders similar names alike for all keys. */
  private static long mixed(long value) {
    long mixed = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ mixed >>> 27) * 0x94d049bb133111ebL;
    return mixed ^ mixed >>> 31;
  }
}
