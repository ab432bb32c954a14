package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.sandbox.Sandbox;
import java.util.Optional;
import java.util.Set;

/** Says which placements this process can offer a component. */
final class PlacementCheck {
  private static final String RULE = "a placement is one that this process can offer";

  private final ImplementationChoice choice;
  private final Set<Class<?>> supplied;
  private final Set<String> modules;
  private final Optional<Sandbox> sandbox;
  private final boolean replicas;
  private final RuntimeOptions options;

  /**
   * @param supplied components whose implementation is given from outside
   * @param modules names of components in whose place a module runs in the sandbox
   * @param replicas whether there are processes that host components
   */
  PlacementCheck(
      ImplementationChoice choice,
      Set<Class<?>> supplied,
      Set<String> modules,
      Optional<Sandbox> sandbox,
      boolean replicas,
      RuntimeOptions options) {
    this.choice = choice;
    this.supplied = Set.copyOf(supplied);
    this.modules = Set.copyOf(modules);
    this.sandbox = sandbox;
    this.replicas = replicas;
    this.options = options;
  }

  /** Why a component cannot be placed there; empty when it can. */
  Optional<Problem> refusal(ComponentDescriptor<?> component, Placement placement) {
    return switch (placement) {
      case LOCAL -> Optional.empty();
      case SANDBOXED -> sandboxed(component);
      case REMOTE -> remote(component);
    };
  }

  private Optional<Problem> remote(ComponentDescriptor<?> component) {
    String found = component.name() + " is to be remote, and ";
    if (options.component(component.name()).rules().staysHome()) {
      String property = "heddle.components." + component.name() + ".only-in";
      return problem(
          found + property + " keeps it in the application's process",
          "Place it local or sandboxed, or change " + property);
    }
    if (!replicas) {
      return problem(
          found + "this process knows no replicas",
          "Name their addresses in heddle.replicas.addresses, with the dependency"
              + " dev.heddle:transport-grpc; or use local or sandboxed");
    }
    if (supplied.contains(component.type())) {
      return problem(
          found + "its implementation is an object given from outside",
          "Place it local, or let the class path's implementation run");
    }
    return Optional.empty();
  }

  private Optional<Problem> sandboxed(ComponentDescriptor<?> component) {
    String found = component.name() + " is to be sandboxed, and ";
    Optional<ImplementationDescriptor<?>> chosen = choice.of(component.type());
    if (supplied.contains(component.type()) || chosen.isEmpty()) {
      return problem(
          found + "its implementation is an object given from outside",
          "Place it local, or let the class path's implementation run");
    }
    ImplementationDescriptor<?> implementation = chosen.get();
    String name = implementation.type().getName();
    if (implementation.runtime() == Runtime.JVM) {
      return problem(found + name + " has runtime JVM", "Place it local, or make it Runtime.WASM");
    }
    if (sandbox.isEmpty()) {
      return problem(
          found + "this application has no sandbox", "Add the dependency dev.heddle:wasm-host");
    }
    if (!modules.contains(component.name()) && !sandbox.get().available(implementation)) {
      return problem(
          found + "the class path has no WebAssembly module of " + name,
          "Build it with the goal sandbox of heddle-maven-plugin");
    }
    return Optional.empty();
  }

  private static Optional<Problem> problem(String found, String remedy) {
    return Optional.of(new Problem(RULE, found, remedy));
  }
}
