package dev.heddle.benchmarks.boutique;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How many times less than the microservices a contender is to need.
 *
 * @param figure of what
 * @param found how many times less it is
 * @param least how many it is to be
 */
record Budget(String figure, double found, double least) {

  boolean kept() {
    return found >= least;
  }

  /** Those for which all that is needed was measured. */
  static List<Budget> of(List<Row> rows) {
    List<Budget> budgets = new ArrayList<>();
    Comparison.of(rows, Contender.COLOCATED)
        .ifPresent(
            it -> {
              budgets.add(it.less("median latency of a page", row -> row.pages().p50(), 15));
              budgets.add(it.less("CPU a page", row -> row.pages().serverMillis(), 9));
            });
    for (Contender split : List.of(Contender.SPLIT_2, Contender.SPLIT_10)) {
      Comparison.of(rows, split)
          .ifPresent(
              it -> budgets.add(it.less("CPU a page", row -> row.pages().serverMillis(), 3)));
    }
    return budgets;
  }

  private record Comparison(Row microservices, Row other) {

    static Optional<Comparison> of(List<Row> rows, Contender contender) {
      return row(rows, Contender.MICROSERVICES)
          .flatMap(base -> row(rows, contender).map(row -> new Comparison(base, row)));
    }

    private static Optional<Row> row(List<Row> rows, Contender contender) {
      return rows.stream().filter(row -> row.contender().equals(contender.word())).findFirst();
    }

    Budget less(String figure, ToDoubleFunction<Row> value, double least) {
      return new Budget(
          figure + ", " + other.contender() + " against microservices",
          value.applyAsDouble(microservices) / value.applyAsDouble(other),
          least);
    }
  }
}
