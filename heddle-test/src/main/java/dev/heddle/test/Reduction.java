package dev.heddle.test;

import dev.heddle.test.Trial.Difference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Looks for fewer calls with smaller arguments that differ all the same. */
final class Reduction {
  private static final int MOST_STEPS = 3_000;
  private static final long PATIENCE_NANOS = 20_000_000_000L;

  private final Trial trial;
  private final long begun = System.nanoTime();
  private int steps;

  Reduction(Trial trial) {
    this.trial = trial;
  }

  /** How many times calls were tried. */
  int steps() {
    return steps;
  }

  /** The smallest difference found on the way from one. */
  Difference smallest(Difference found) {
    Difference smallest = found;
    for (Optional<Difference> smaller = smaller(smallest);
        smaller.isPresent();
        smaller = smaller(smallest)) {
      smallest = smaller.get();
    }
    return smallest;
  }

  private Optional<Difference> smaller(Difference found) {
    Iterator<List<ComponentCall>> candidates =
        Stream.concat(fewer(found), simpler(found)).iterator();
    while (patient() && candidates.hasNext()) {
      steps++;
      Optional<Difference> differs = trial.run(candidates.next());
      if (differs.isPresent()) return differs;
    }
    return Optional.empty();
  }

  private boolean patient() {
    return steps < MOST_STEPS && System.nanoTime() - begun < PATIENCE_NANOS;
  }

  /** The last call alone, and then with fewer and fewer calls left out before it. */
  private static Stream<List<ComponentCall>> fewer(Difference found) {
    int before = found.before().size();
    return Stream.iterate(before, length -> length > 0, length -> length / 2)
        .flatMap(
            length ->
                Stream.iterate(0, at -> at < before, at -> at + length)
                    .map(at -> without(found.calls(), at, Math.min(before, at + length))));
  }

  private static Stream<List<ComponentCall>> simpler(Difference found) {
    List<ComponentCall> calls = found.calls();
    return IntStream.iterate(calls.size() - 1, at -> at >= 0, at -> at - 1)
        .boxed()
        .flatMap(at -> calls.get(at).smaller().map(it -> SmallerValues.with(calls, at, it)));
  }

  private static List<ComponentCall> without(List<ComponentCall> calls, int from, int to) {
    List<ComponentCall> rest = new ArrayList<>(calls.subList(0, from));
    rest.addAll(calls.subList(to, calls.size()));
    return rest;
  }
}
