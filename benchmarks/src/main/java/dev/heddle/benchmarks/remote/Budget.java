package dev.heddle.benchmarks.remote;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A ratio that is to be kept.
 *
 * @param figure what is compared with what
 * @param found the ratio
 * @param limit its bound
 * @param atLeast whether it is a lower bound
 */
record Budget(String figure, double found, double limit, boolean atLeast) {
  private static final int MANY = 64;

  boolean kept() {
    return atLeast ? found >= limit : found <= limit;
  }

  /** Those for which all that is needed was measured. */
  static List<Budget> of(List<Row> rows) {
    List<Budget> budgets = new ArrayList<>();
    for (Contender heddle : List.of(Contender.HEDDLE, Contender.HEDDLE_CONTEXT)) {
      Comparison grpc = new Comparison(rows, heddle, Contender.GRPC);
      Comparison socket = new Comparison(rows, heddle, Contender.SOCKET);
      grpc.of("calls/s", Operation.ADD, MANY, Row::callsPerSecond)
          .ifPresent(it -> budgets.add(it.atLeast(8)));
      grpc.of("CPU a call", Operation.ADD, MANY, Row::cpu)
          .ifPresent(it -> budgets.add(it.atMost(1 / 8.0)));
      grpc.of("calls/s", Operation.PLACE, MANY, Row::callsPerSecond)
          .ifPresent(it -> budgets.add(it.atLeast(4)));
      grpc.of("CPU a call", Operation.PLACE, MANY, Row::cpu)
          .ifPresent(it -> budgets.add(it.atMost(1 / 4.0)));
      for (Operation operation : Operation.values()) {
        socket
            .of("CPU a call", operation, MANY, Row::cpu)
            .ifPresent(it -> budgets.add(it.atMost(1.5)));
      }
      for (Operation operation : Operation.values()) {
        grpc.of("p50", operation, 1, Row::p50).ifPresent(it -> budgets.add(it.atMost(0.6)));
      }
    }
    return budgets;
  }

  private record Comparison(List<Row> rows, Contender one, Contender other) {

    Optional<Ratio> of(
        String what, Operation operation, int callers, ToDoubleFunction<Row> figure) {
      String name =
          "%s of %s with %d %s, %s against %s"
              .formatted(
                  what,
                  operation.word(),
                  callers,
                  callers == 1 ? "caller" : "callers",
                  one.word(),
                  other.word());
      return row(one, operation, callers)
          .flatMap(
              mine ->
                  row(other, operation, callers)
                      .map(
                          theirs ->
                              new Ratio(
                                  name,
                                  figure.applyAsDouble(mine) / figure.applyAsDouble(theirs))));
    }

    private Optional<Row> row(Contender contender, Operation operation, int callers) {
      return rows.stream()
          .filter(
              row ->
                  row.contender().equals(contender.word())
                      && row.operation().equals(operation.word())
                      && row.callers() == callers)
          .findFirst();
    }
  }

  private record Ratio(String figure, double found) {
    Budget atLeast(double limit) {
      return new Budget(figure, found, limit, true);
    }

    Budget atMost(double limit) {
      return new Budget(figure, found, limit, false);
    }
  }
}
