package dev.heddle.scheduler.plan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where each component may be, by itself. What it is asked for is held in the order of {@link
 * Unmet.Kind}; what then has no place left is told, and let go.
 */
final class Domains {
  private final Hosts hosts;
  private final List<Unmet> unmet;

  /**
   * @param unmet is given what cannot be had
   */
  Domains(Hosts hosts, List<Unmet> unmet) {
    this.hosts = hosts;
    this.unmet = unmet;
  }

  Domain of(ComponentSpecification component) {
    Domain domain = runnable(component);
    if (!component.residency().isEmpty()) {
      Set<String> labels = component.residency();
      boolean here = hosts.labelled(hosts.application(), labels);
      Domain labelled = new Domain(here, here, hosts.labelled(labels));
      domain =
          narrow(
              component,
              domain,
              labelled,
              Unmet.Kind.RESIDENCY,
              "is to be in processes labelled " + words(labels) + " only");
    }
    if (component.sandboxRequired()) {
      domain =
          narrow(
              component,
              domain,
              new Domain(false, true, hosts.living()),
              Unmet.Kind.SANDBOX,
              "is to run in the sandbox only");
    }
    if (component.pin().isPresent()) {
      Pin pin = component.pin().get();
      domain =
          narrow(
              component,
              domain,
              pinned(pin.place()),
              Unmet.Kind.PIN,
              "is pinned " + pin.place().word() + " by " + pin.by());
    }
    return domain;
  }

  /** Labels of which one must be, in words. */
  static String words(Set<String> labels) {
    return String.join(" or ", new TreeSet<>(labels));
  }

  /** What its runtime and the processes allow, whatever is asked for. */
  private Domain runnable(ComponentSpecification component) {
    return switch (component.runtime()) {
      case JVM -> new Domain(true, false, 0);
      case WASM -> new Domain(true, true, hosts.living());
    };
  }

  private Domain pinned(Place place) {
    return switch (place) {
      case LOCAL -> new Domain(true, false, 0);
      case SANDBOXED -> new Domain(false, true, 0);
      case REMOTE -> new Domain(false, false, hosts.living());
    };
  }

  private Domain narrow(
      ComponentSpecification component, Domain domain, Domain asked, Unmet.Kind kind, String wish) {
    Domain narrowed = domain.and(asked);
    if (!narrowed.empty()) return narrowed;
    String against =
        component.runtime() == Runtime.JVM
            ? "its runtime is JVM: it runs in the application's process alone, unsandboxed"
            : asked.empty()
                ? "no living process is so"
                : "what else is asked of it leaves only " + domain.words(hosts);
    unmet.add(
        new Unmet(kind, component.name(), "", component.name() + " " + wish + ", but " + against));
    return domain;
  }
}
