package dev.heddle.cli;

import dev.heddle.scheduler.plan.Alternative;
import dev.heddle.scheduler.plan.Cost;
import dev.heddle.scheduler.plan.Decision;
import dev.heddle.scheduler.plan.Placement;
import dev.heddle.scheduler.plan.Plan;
import dev.heddle.scheduler.plan.ProcessUse;
import dev.heddle.scheduler.plan.Situation;
import dev.heddle.scheduler.plan.Spill;
import dev.heddle.scheduler.plan.Standing;
import dev.heddle.scheduler.plan.Unmet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A plan for programs; {@code docs/placement.md} says what its parts are. */
record PlanDocument(
    String application,
    double seconds,
    List<Component> components,
    Costs cost,
    List<ProcessUse> processes,
    List<Shortfall> unmet) {

  /** Where calls to a component go. */
  record Where(String placement, List<String> replicas) {
    static Where of(Placement placement) {
      return new Where(placement.place().word(), placement.replicas());
    }
  }

  record Component(
      String name,
      @Nullable Where now,
      Where planned,
      boolean moves,
      String reason,
      @Nullable Spill spill,
      List<Other> alternatives) {}

  record Other(String placement, List<String> replicas, @Nullable Double dearer, String words) {
    static Other of(Alternative alternative) {
      return new Other(
          alternative.place().word(),
          alternative.replicas(),
          alternative.dearer().isPresent() ? alternative.dearer().getAsDouble() : null,
          alternative.words());
    }
  }

  record Costs(Parts before, Parts after) {}

  record Parts(
      double work,
      double sandbox,
      double tunnel,
      double waiting,
      double memory,
      double overload,
      double total) {
    static Parts of(Cost cost) {
      return new Parts(
          cost.work(),
          cost.sandbox(),
          cost.tunnel(),
          cost.waiting(),
          cost.memory(),
          cost.overload(),
          cost.total());
    }
  }

  record Shortfall(String kind, String subject, String other, String words) {
    static Shortfall of(Unmet unmet) {
      return new Shortfall(
          unmet.kind().name().toLowerCase(Locale.ROOT),
          unmet.subject(),
          unmet.other(),
          unmet.words());
    }
  }

  static PlanDocument of(String application, double seconds, Situation situation, Plan plan) {
    return new PlanDocument(
        application,
        seconds,
        plan.decisions().entrySet().stream()
            .map(each -> component(each.getKey(), each.getValue(), situation, plan))
            .toList(),
        new Costs(Parts.of(plan.before()), Parts.of(plan.cost())),
        plan.processes(),
        plan.unmet().stream().map(Shortfall::of).toList());
  }

  private static Component component(
      String name, Decision decision, Situation situation, Plan plan) {
    Optional<Where> now =
        Optional.ofNullable(situation.inForce().get(name)).map(Standing::placement).map(Where::of);
    return new Component(
        name,
        now.orElse(null),
        Where.of(decision.placement()),
        plan.moves().stream().anyMatch(move -> move.component().equals(name)),
        decision.reason(),
        decision.placement().spill().orElse(null),
        decision.alternatives().stream().map(Other::of).toList());
  }
}
