package dev.heddle.test;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.core.sandbox.SandboxFactory;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What {@link Mode#SANDBOXED} adds to an application. */
final class SandboxedMode {
  private SandboxedMode() {}

  /**
   * Places what can be sandboxed, so that a missing module is told and not passed over. Of several
   * implementations some may need Spring: then it is left to their choice.
   */
  static void place(
      ComponentCatalog catalog, Fakes fakes, Map<String, ComponentOptions> components) {
    for (ComponentDescriptor<?> component : catalog.components()) {
      List<Runtime> runtimes =
          catalog.implementations().stream()
              .filter(implementation -> implementation.component() == component.type())
              .<Runtime>map(ImplementationDescriptor::runtime)
              .distinct()
              .toList();
      boolean faked = fakes.values().containsKey(component.type());
      if (faked || !runtimes.equals(List.of(Runtime.WASM))) continue;
      components.merge(
          component.name(),
          ComponentOptions.NONE.withPlacement(Placement.SANDBOXED),
          (own, placed) -> own.withPlacement(Placement.SANDBOXED));
    }
  }

  static Sandbox sandbox() {
    return ServiceLoader.load(SandboxFactory.class)
        .findFirst()
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "the mode SANDBOXED needs a sandbox, and the class path has none. Add the"
                        + " dependency dev.heddle:wasm-host"))
        .create();
  }
}
