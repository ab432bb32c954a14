package dev.heddle.scheduler.plan;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says why each component is where a plan has it. */
final class Reasons {
  private final Outcome outcome;
  private final Problem problem;
  private final double requests;

  Reasons(Outcome outcome) {
    this.outcome = outcome;
    problem = outcome.problem();
    requests = problem.situation.graph().requestsPerSecond();
  }

  /** With the placement that the plan has. */
  String of(int component, Placement placement) {
    boolean isNew = outcome.incumbent().inForce()[component] == Assignment.NEW;
    boolean gone = !outcome.incumbent().cause(component).isEmpty();
    String asked = asked(component, placement);
    if (gone) {
      return moved(component, placement) + cause(component, asked);
    }
    if (outcome.idle().contains(problem.groupOf[component])) {
      return moved(component, placement)
          + "hardly ever called, so it needs no replica; the application's process runs it when it"
          + " is";
    }
    boolean moves =
        outcome.before().at(component) != outcome.chosen().at(component)
            || outcome.before().boxed(component) != outcome.chosen().boxed(component);
    if (moves && !isNew) {
      return moved(component, placement) + (asked.isEmpty() ? gain(component) : asked);
    }
    if (!asked.isEmpty()) return asked;
    if (placement.place() == Place.LOCAL) return local(component);
    return isNew ? gain(component) : stays(component);
  }

  private String cause(int component, String asked) {
    String cause = outcome.incumbent().cause(component);
    if (asked.isEmpty()) return cause;
    return cause.equals(Incumbent.STAYS_NOT) ? asked : cause + "; " + asked;
  }

  private String moved(int component, Placement placement) {
    String to =
        placement.place() == Place.REMOTE
            ? "to " + String.join(", ", placement.replicas())
            : placement.place().word();
    return "moved " + problem.name(component) + " " + to + ": ";
  }

  /** What leaves no other place, if anything does. */
  private String asked(int component, Placement placement) {
    ComponentSpecification wanted = problem.component(component);
    if (wanted.runtime() == Runtime.JVM) {
      return "its runtime is JVM: it runs in the application's process alone";
    }
    if (wanted.pin().filter(pin -> pin.place() == placement.place()).isPresent()) {
      return "pinned " + placement.place().word() + " by " + wanted.pin().get().by();
    }
    Domain domain = problem.domains[component];
    if (!wanted.residency().isEmpty() && !(domain.home() && domain.replicas() != 0)) {
      return "only processes labelled " + Domains.words(wanted.residency()) + " may hold it";
    }
    if (placement.place() == Place.SANDBOXED && wanted.sandboxRequired()) {
      return "it is to run in the sandbox only, which takes "
          + Amounts.processors(added(component))
          + " more";
    }
    return neighbours(wanted, placement);
  }

  private String neighbours(ComponentSpecification wanted, Placement placement) {
    if (!wanted.together().isEmpty()) {
      return "in one process with " + names(wanted.together().stream());
    }
    Stream<String> home =
        wanted.apart().stream()
            .filter(other -> outcome.chosen().at(problem.number(other)) == Hosts.HOME);
    String near = placement.place() == Place.REMOTE ? names(home) : "";
    return near.isEmpty() ? "" : "in no process with " + near;
  }

  private static String names(Stream<String> names) {
    return names.sorted().collect(Collectors.joining(", "));
  }

  private double added(int component) {
    return problem.work[component] * (problem.model.sandboxSlowdown() - 1);
  }

  private String local(int component) {
    if (problem.rate[component] == 0) return "not called yet; the caller's process runs it";
    Assignment chosen = outcome.chosen();
    String takes = "takes " + Amounts.processors(problem.work[component]) + " here";
    if (outcome.incumbent().fixed()[problem.groupOf[component]] && problem.hosts.living() != 0) {
      return "came here a short while ago; " + takes;
    }
    Traffic near = remoteIfAway(component);
    return near.calls() > 0 && chosen.overload() == 0
        ? takes + ", and saves " + near.words(requests)
        : takes;
  }

  /** What would leave the process if the component did, and does not now. */
  private Traffic remoteIfAway(int component) {
    double calls = 0;
    for (int edge : problem.edgesOf[component]) {
      int caller = problem.from[edge];
      int other = caller == component ? problem.to[edge] : caller;
      boolean home = other == Problem.FRONT || outcome.chosen().at(other) == Hosts.HOME;
      if (home && other != component) calls += problem.calls[edge];
    }
    return new Traffic(calls, calls * problem.model.tunnelWaitSeconds());
  }

  /** What the plan gains by having the component where it is and not where it was. */
  private String gain(int component) {
    Assignment chosen = outcome.chosen();
    Traffic saved =
        Traffic.of(problem, outcome.before(), component)
            .minus(Traffic.of(problem, chosen, component));
    if (chosen.at(component) == Hosts.HOME) {
      String calls = saved.calls() > 0 ? "saves " + saved.words(requests) : "leaves the sandbox";
      return calls + "; costs " + Amounts.processors(problem.work[component]) + " here";
    }
    if (outcome.before().at(component) != Hosts.HOME) {
      return saved.calls() > 0
          ? "saves " + saved.words(requests)
          : "replicas have more to spare so";
    }
    return relief(component, new Traffic(-saved.calls(), -saved.waiting()));
  }

  private String relief(int component, Traffic costs) {
    double needed = outcome.before().use(0);
    double limit = needed + outcome.before().spare(0);
    double more = added(component);
    String price =
        "; costs "
            + (costs.calls() > 0 ? costs.words(requests) + ", and " : "")
            + Amounts.processors(more)
            + " for the sandbox";
    if (needed <= limit) {
      return "whom it calls, or who calls it, is there" + price;
    }
    return "takes "
        + Amounts.processors(problem.work[component])
        + " from the application's process, which would use "
        + Amounts.decimal(needed)
        + " of the "
        + Amounts.decimal(limit)
        + " that it is to use"
        + price;
  }

  private String stays(int component) {
    Assignment chosen = outcome.chosen();
    if (outcome.incumbent().fixed()[problem.groupOf[component]]) {
      return "came here a short while ago, and stays for "
          + problem.policy.leastStay().toSeconds()
          + " s at least";
    }
    double here = chosen.use(0) + problem.work[component];
    double limit = chosen.use(0) + chosen.spare(0);
    String local = "local it would take " + Amounts.processors(problem.work[component]);
    if (chosen.at(component) != Hosts.HOME && here > limit) {
      return local
          + ", and the application's process use "
          + Amounts.decimal(here)
          + " of the "
          + Amounts.decimal(limit)
          + " that it is to use";
    }
    if (outcome.missed() > 0) {
      return "stays: the best other plan saves "
          + Amounts.processors(outcome.missed())
          + ", and a change must save "
          + Amounts.processors(problem.policy.leastSaving())
          + " and "
          + Amounts.percent(problem.policy.leastShare())
          + " of the cost";
    }
    return "stays: no other place is cheaper";
  }
}
