package dev.heddle.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is asked of components is so, or is told. */
class ConstraintsTest {
  private static final int GRAPHS = 10_000;

  @Test
  void isKeptOrTold() {
    long contradictory = IntStream.range(0, GRAPHS).parallel().filter(this::tellsOfSome).count();
    assertThat(contradictory).isBetween(GRAPHS / 5L, 4L * GRAPHS / 5);
  }

  /** Whether the plan for a seed had to leave wishes unmet. */
  private boolean tellsOfSome(int seed) {
    SplittableRandom random = new SplittableRandom(~seed);
    Situation situation = situation(random);
    Plan plan = PlacementPlanner.usual().plan(situation);
    Wishes wishes = new Wishes(situation);
    for (ComponentSpecification each : situation.components()) {
      assertThat(wishes.lawless(each, plan.placement(each.name()))).as("seed %s", seed).isFalse();
    }
    Set<Wishes.Broken> told =
        plan.unmet().stream()
            .map(each -> new Wishes.Broken(each.kind(), each.subject(), each.other()))
            .collect(Collectors.toSet());
    List<Wishes.Broken> broken = wishes.broken(OptimumTest.placed(plan));
    assertThat(told).as("seed %s", seed).containsAll(withBothEnds(broken, told));
    return !broken.isEmpty();
  }

  /** Two that are to be apart may each have said so: one word about them is enough. */
  private static List<Wishes.Broken> withBothEnds(
      List<Wishes.Broken> broken, Set<Wishes.Broken> told) {
    return broken.stream()
        .map(
            each -> {
              Wishes.Broken turned = new Wishes.Broken(each.kind(), each.other(), each.subject());
              return each.kind() == Unmet.Kind.APART && told.contains(turned) ? turned : each;
            })
        .toList();
  }

  private static Situation situation(RandomGenerator random) {
    Situation fresh =
        new RandomSituations(random)
            .next(2 + random.nextInt(5), random.nextInt(3), 0.2 + 0.4 * random.nextDouble());
    List<HostProcess> processes = new ArrayList<>(fresh.processes());
    Map<String, Standing> inForce = new HashMap<>();
    for (ComponentSpecification each : fresh.components()) {
      if (random.nextBoolean()) {
        Duration moved = Duration.ofSeconds(random.nextInt(600));
        inForce.put(each.name(), new Standing(somewhere(random, processes), moved));
      }
    }
    processes.replaceAll(
        each ->
            each.kind() == HostProcess.Kind.REPLICA && random.nextInt(4) == 0 ? each.gone() : each);
    return new Situation(fresh.components(), fresh.graph(), processes, inForce);
  }

  private static Placement somewhere(RandomGenerator random, List<HostProcess> processes) {
    HostProcess process = processes.get(random.nextInt(processes.size()));
    if (process.kind() == HostProcess.Kind.REPLICA)
      return Placement.remote(List.of(process.name()));
    return random.nextBoolean() ? Placement.LOCAL : Placement.SANDBOXED;
  }
}
