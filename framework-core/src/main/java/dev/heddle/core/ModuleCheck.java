package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.MethodDescriptor;
import dev.heddle.component.spi.MethodDescriptor.Streams;
import dev.heddle.core.sandbox.SuppliedModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the modules that configuration puts in the place of implementations. */
final class ModuleCheck {
  private final ComponentCatalog catalog;
  private final RuntimeOptions options;
  private final ImplementationChoice choice;
  private final List<Problem> problems = new ArrayList<>();

  ModuleCheck(ComponentCatalog catalog, RuntimeOptions options, ImplementationChoice choice) {
    this.catalog = catalog;
    this.options = options;
    this.choice = choice;
  }

  /** Whatever is wrong before a module is looked into, which happens when it is first placed. */
  List<Problem> problems() {
    for (ComponentDescriptor<?> component : catalog.components()) {
      options.component(component.name()).module().ifPresent(module -> check(component, module));
    }
    return List.copyOf(problems);
  }

  private void check(ComponentDescriptor<?> component, SuppliedModule module) {
    String property = "heddle.components." + component.name() + ".sandbox.module";
    if (module.sha256().isEmpty()) {
      problems.add(
          new Problem(
              "a module that configuration names is a file that can be read",
              property + " is " + module.file() + ", which in full is " + full(module),
              "Build it, correct the path, or remove the line"));
    }
    Optional<ImplementationDescriptor<?>> implementation = choice.of(component.type());
    if (implementation.isPresent() && implementation.get().runtime() == Runtime.JVM) {
      problems.add(
          new Problem(
              "a module takes the place of an implementation that could run in the sandbox",
              property
                  + " is set, and "
                  + implementation.get().type().getName()
                  + " has runtime JVM",
              "Make it Runtime.WASM, choose another implementation, or remove the line"));
    }
    for (MethodDescriptor method : component.methods()) {
      if (method.streams() == Streams.NONE) continue;
      problems.add(
          new Problem(
              "a module of the ABI linear-1 implements a component without streams",
              property + " is set, and " + component.name() + "." + method.name() + " has one",
              "Implement it in Java, or remove the line"));
    }
  }

  private static String full(SuppliedModule module) {
    return module.file().toAbsolutePath().normalize().toString();
  }
}
