package dev.heddle.scheduler;

import dev.heddle.core.PlacementTable.Entry;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.scheduler.dashboard.Dashboard;
import dev.heddle.scheduler.dashboard.DashboardToken;
import dev.heddle.scheduler.dashboard.Placing;
import dev.heddle.transport.GrpcControl;
import dev.heddle.transport.TransportOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sun.misc.Signal;

/**
 * A scheduler as a process: {@code SchedulerMain ADDRESS FOLDER PORT WEB}. It ends when its
 * standard input does, as it does when whoever started it is gone.
 */
public final class SchedulerMain {
  /** The environment variable with the dashboard's token; not an argument, which others can see. */
  public static final String TOKEN = "HEDDLE_SCHEDULER_TOKEN";

  private SchedulerMain() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    // A terminal's Ctrl-C reaches all processes; whoever started this one stops it in its turn.
    Signal.handle(new Signal("INT"), ignored -> {});
    SchedulerOptions options =
        SchedulerOptions.of(ReplicaAddress.parse(arguments[0]), Path.of(arguments[1]));
    int port = Integer.parseInt(arguments[2]);
    String web = arguments[3];
    DashboardToken token =
        Optional.ofNullable(System.getenv(TOKEN))
            .map(DashboardToken::of)
            .orElseGet(DashboardToken::random);
    try (GrpcControl transport = new GrpcControl(TransportOptions.DEFAULT);
        Scheduler scheduler = new Scheduler(transport, options);
        Dashboard dashboard =
            Dashboard.start(
                port,
                token,
                () -> new DashboardState(scheduler.view(), web).at(Instant.now()),
                (component, place) -> place(scheduler, component, place))) {
      System.out.println("the dashboard is at " + dashboard.address());
      while (System.in.read() >= 0) {
        // Nobody says anything here.
      }
    }
  }

  private static Placing.Placed place(Scheduler scheduler, String component, Placing.Place place) {
    Optional<dev.heddle.core.Placement> wanted =
        switch (place) {
          case LOCAL -> Optional.of(dev.heddle.core.Placement.LOCAL);
          case SANDBOXED -> Optional.of(dev.heddle.core.Placement.SANDBOXED);
          case REMOTE -> Optional.of(dev.heddle.core.Placement.REMOTE);
          case AUTO -> Optional.empty();
        };
    Placed placed = scheduler.place(component, wanted).join();
    Entry entry = placed.entry();
    List<Placing.Refusal> refused =
        placed.refused().stream()
            .map(each -> new Placing.Refusal(each.rule(), each.found(), each.remedy()))
            .toList();
    return new Placing.Placed(
        component,
        DashboardState.placement(entry.placement()),
        entry.reason(),
        placed.epoch(),
        refused.isEmpty() ? Optional.empty() : Optional.of(refused));
  }
}
