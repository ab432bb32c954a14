package dev.heddle.wasm;

import dev.heddle.component.spi.ModuleCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Asks the hosts beside the compiler, if there are any, whether they would take a module. */
final class HostChecks {
  private static final String RULE = "The compiler makes valid WebAssembly of sandboxable code.";
  private static final String REMEDY =
      "Write it otherwise: the compiler stumbles over a try block that always throws after it has"
          + " put a text together. Make the exception in a method of its own.";

  private final Candidate candidate;

  HostChecks(Candidate candidate) {
    this.candidate = candidate;
  }

  /**
   * Checks a module.
   *
   * @throws SandboxBuildException if one would not take it
   */
  void check(byte[] module) {
    List<Problem> problems = new ArrayList<>();
    for (ModuleCheck check :
        ServiceLoader.load(ModuleCheck.class, HostChecks.class.getClassLoader())) {
      check.fault(module).map(this::problem).ifPresent(problems::add);
    }
    if (!problems.isEmpty()) throw new SandboxBuildException(problems);
  }

  private Problem problem(ModuleCheck.Fault fault) {
    return new Problem(RULE, place(fault.method()), fault.found(), REMEDY);
  }

  /** The compiler puts small methods into those that call them. */
  private String place(String method) {
    String implementation = candidate.implementation();
    if (method.isEmpty()) return implementation;
    return method.startsWith(implementation + ".")
        ? method
        : implementation + ", in what became part of " + method;
  }
}
