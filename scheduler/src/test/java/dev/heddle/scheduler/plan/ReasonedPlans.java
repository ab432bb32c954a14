package dev.heddle.scheduler.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Plans for the shop whose reasons are worth reading. */
enum ReasonedPlans {
  /** All was remote, and fits into the application's process. */
  HOMECOMING(500, Place.REMOTE, false),
  /** All is local, and too much for the application's process. */
  SATURATION(2_600, Place.LOCAL, false),
  /** People and rules want something of most components. */
  WISHES(800, Place.LOCAL, true);

  private static final long MEMORY = 1L << 30;

  private final double requests;
  private final Place now;
  private final boolean wishes;

  ReasonedPlans(double requests, Place now, boolean wishes) {
    this.requests = requests;
    this.now = now;
    this.wishes = wishes;
  }

  /** A line a component, then what cannot be had. */
  String text() {
    Plan plan = PlacementPlanner.usual().plan(situation());
    StringBuilder text = new StringBuilder();
    plan.decisions()
        .forEach(
            (name, decision) ->
                text.append(name)
                    .append(" [")
                    .append(decision.placement().words())
                    .append("] ")
                    .append(decision.reason())
                    .append('\n'));
    plan.unmet().forEach(each -> text.append("! ").append(each.words()).append('\n'));
    return text.toString();
  }

  private Situation situation() {
    List<ComponentSpecification> components = new ArrayList<>(Boutique.components());
    if (wishes) components.replaceAll(ReasonedPlans::wishing);
    Placement placement =
        now == Place.REMOTE ? Placement.remote(List.of("replica-1")) : Placement.LOCAL;
    Map<String, Standing> inForce = new HashMap<>();
    components.forEach(
        each -> inForce.put(each.name(), new Standing(placement, Duration.ofDays(1))));
    return new Situation(
        components,
        Boutique.at(requests),
        List.of(
            HostProcess.application(2, MEMORY),
            HostProcess.replica("replica-1", 4, MEMORY),
            HostProcess.replica("replica-2", 4, MEMORY).labelled("eu")),
        inForce);
  }

  private static ComponentSpecification wishing(ComponentSpecification component) {
    return switch (component.name()) {
      case "Cart" -> component.pinned(Place.REMOTE, "configuration");
      case "CartCache" -> component.togetherWith("Cart");
      case "Payment" -> component.residentIn("eu");
      case "Ad" -> component.onlySandboxed();
      case "Email" -> component.withRuntime(Runtime.JVM);
      case "Shipping" -> component.apartFrom("Email");
      case "Catalog" -> component.withRuntime(Runtime.JVM).pinned(Place.SANDBOXED, "a person");
      default -> component;
    };
  }
}
