package dev.heddle.core.remote;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Which replica is asked to take a call. Pure. */
final class ReplicaChoice {
  private ReplicaChoice() {}

  /**
   * The one that has least to do; of equals the first from where {@code turn} points.
   *
   * @param turn any number
   */
  static <R> Optional<R> leastOutstanding(
      List<R> replicas, Predicate<R> eligible, ToIntFunction<R> outstanding, int turn) {
    @Nullable R best = null;
    int least = Integer.MAX_VALUE;
    for (int i = 0; i < replicas.size(); i++) {
      R replica = replicas.get(Math.floorMod(turn + i, replicas.size()));
      if (!eligible.test(replica)) continue;
      int has = outstanding.applyAsInt(replica);
      if (best != null && has >= least) continue;
      best = replica;
      least = has;
    }
    return Optional.ofNullable(best);
  }

  /**
   * The one that a routing key prefers, by rendezvous hashing: when a replica comes or goes, only
   * those keys move that come to it or leave it.
   *
   * @see <a href="https://www.eecs.umich.edu/techreports/cse/96/CSE-TR-316-96.pdf">Thaler and
   *     Ravishankar: A Name-Based Mapping Scheme for Rendezvous</a>
   */
  static <R> Optional<R> preferred(
      List<R> replicas, Predicate<R> eligible, ToLongFunction<R> weight) {
    @Nullable R best = null;
    long most = Long.MIN_VALUE;
    for (R replica : replicas) {
      if (!eligible.test(replica)) continue;
      long has = weight.applyAsLong(replica);
      if (best != null && has <= most) continue;
      best = replica;
      most = has;
    }
    return Optional.ofNullable(best);
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
