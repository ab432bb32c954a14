package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import java.util.Set;

/**
 * What of an application another process does for this one, which only helps it.
 *
 * @param capabilities those that it grants though something stands behind them here, too
 * @param components names of components that run there though they could run here
 */
record Elsewhere(Set<Class<?>> capabilities, Set<String> components) {
  Elsewhere {
    capabilities = Set.copyOf(capabilities);
    components = Set.copyOf(components);
  }

  /** Whether a component runs there: it is to, or its implementation is one that Spring makes. */
  boolean runs(ComponentDescriptor<?> component, ImplementationChoice choice) {
    return components.contains(component.name())
        || choice.of(component.type()).filter(one -> one.runtime() == Runtime.WASM).isEmpty();
  }
}
