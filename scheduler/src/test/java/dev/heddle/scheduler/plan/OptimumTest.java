package dev.heddle.scheduler.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** The plan beside the best there is, on graphs that are small enough to try everything. */
class OptimumTest {
  private static final int GRAPHS = 2_300;

  /** A situation with one solution at least, and how the plan compares with the best. */
  private record Compared(int seed, double ratio, boolean remote, Plan plan) {}

  @Test
  void isWithinFivePercentOfTheBest() {
    List<Compared> compared =
        IntStream.range(0, GRAPHS)
            .parallel()
            .mapToObj(OptimumTest::compare)
            .flatMap(List::stream)
            .toList();
    Compared worst =
        compared.stream().reduce((one, other) -> one.ratio() > other.ratio() ? one : other).get();
    System.out.printf(
        "%d graphs: the worst plan costs %.4f times the best (seed %d)%n",
        compared.size(), worst.ratio(), worst.seed());
    assertThat(compared).hasSizeGreaterThan(2_000);
    assertThat(compared).filteredOn(Compared::remote).hasSizeGreaterThan(500);
    assertThat(worst.ratio()).as("seed %s", worst.seed()).isLessThan(1.05);
  }

  /** Nothing when no placement meets all wishes. */
  private static List<Compared> compare(int seed) {
    Situation situation = situation(seed);
    OptionalDouble best = Exact.cost(situation, CostModel.MEASURED, PlanningPolicy.USUAL);
    if (best.isEmpty()) return List.of();
    Plan plan = PlacementPlanner.usual().plan(situation);
    Map<String, Placement> placed = placed(plan);
    assertThat(new Wishes(situation).broken(placed)).as("seed %s", seed).isEmpty();
    double cost = cost(situation, placed);
    assertThat(plan.cost().total())
        .as("what the plan says that it costs, seed %s", seed)
        .isCloseTo(cost, Percentage.withPercentage(1e-6));
    boolean remote = placed.values().stream().anyMatch(each -> each.place() == Place.REMOTE);
    return List.of(new Compared(seed, cost / best.getAsDouble(), remote, plan));
  }

  private static double cost(Situation situation, Map<String, Placement> placed) {
    return Exact.cost(situation, CostModel.MEASURED, PlanningPolicy.USUAL.target(), placed).total();
  }

  private static Situation situation(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int components = 2 + random.nextInt(8);
    int replicas = components > 7 && seed % 4 != 0 ? 1 : 1 + random.nextInt(2);
    double wishes = random.nextDouble() * 0.4;
    return new RandomSituations(random).next(components, replicas, wishes);
  }

  static Map<String, Placement> placed(Plan plan) {
    return plan.decisions().keySet().stream()
        .collect(Collectors.toMap(Objects::requireNonNull, plan::placement));
  }
}
