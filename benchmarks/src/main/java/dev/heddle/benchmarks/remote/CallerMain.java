package dev.heddle.benchmarks.remote;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls the shop of another process, which it starts: {@code CallerMain CONTENDER MILLISECONDS},
 * the length of a measurement.
 */
final class CallerMain {
  private static final String ROWS = "rows ";
  private static final int[] CALLERS = {1, 16, 64};
  private static final int WARMING_CALLERS = 16;
  private static final int WINDOWS = 3;
  private static final Duration SETTLING = Duration.ofMillis(200);

  private CallerMain() {}

  /** Prints what it measured. */
  public static void main(String[] arguments) throws Exception {
    Thread.ofPlatform().daemon().name("parent").start(CallerMain::awaitParent);
    Contender contender = Contender.of(arguments[0]);
    Duration length = Duration.ofMillis(Long.parseLong(arguments[1]));
    try (JavaProcess server = ServerMain.start(contender);
        Caller caller = contender.peer().connect(ServerMain.address(server))) {
      Supplier<Usage> usage = () -> ServerMain.usage(server);
      List<Row> rows = measure(contender, caller, length, usage);
      System.out.println(ROWS + JsonMapper.builder().build().writeValueAsString(rows));
    }
    System.exit(0);
  }

  /** Measures in a process of its own. */
  static List<Row> measure(Contender contender, Duration length) throws IOException {
    String millis = Long.toString(length.toMillis());
    try (JavaProcess process = JavaProcess.start(CallerMain.class, contender.word(), millis)) {
      String rows = process.await(ROWS);
      return List.of(JsonMapper.builder().build().readValue(rows, Row[].class));
    }
  }

  private static List<Row> measure(
      Contender contender, Caller caller, Duration length, Supplier<Usage> server)
      throws Exception {
    Duration warming = contender.warming().dividedBy(Operation.values().length);
    for (Operation operation : Operation.values()) {
      ClosedLoop.run(caller, operation, Plan.warming(WARMING_CALLERS, warming), server);
    }
    List<Row> rows = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      for (int callers : CALLERS) {
        Plan plan = new Plan(callers, SETTLING, WINDOWS, length.dividedBy(WINDOWS));
        List<Window> windows = ClosedLoop.run(caller, operation, plan, server);
        rows.add(Row.of(contender, operation, callers, windows));
      }
    }
    return rows;
  }

  /** Leaves nothing behind when the parent is killed. */
  private static void awaitParent() {
    try {
      while (System.in.read() >= 0) {}
    } catch (IOException gone) {
      // That is what was waited for.
    }
    Runtime.getRuntime().halt(1);
  }
}
