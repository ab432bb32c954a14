package dev.heddle.core.sandbox;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.util.Optional;

/**
 * What a sandbox is to run.
 *
 * @param component the component; limits and failures speak of it and its methods by name
 * @param implementation which implementation of it
 * @param grants the only ways out
 * @param limits what one call and one instance may use
 * @param module what runs in the implementation's place, if not its own module
 */
public record SandboxedComponentSpecification(
    ComponentDescriptor<?> component,
    ImplementationDescriptor<?> implementation,
    GuestGrants grants,
    SandboxLimits limits,
    Optional<SuppliedModule> module) {

  /** The implementation's own module. */
  public SandboxedComponentSpecification(
      ComponentDescriptor<?> component,
      ImplementationDescriptor<?> implementation,
      GuestGrants grants,
      SandboxLimits limits) {
    this(component, implementation, grants, limits, Optional.empty());
  }
}
