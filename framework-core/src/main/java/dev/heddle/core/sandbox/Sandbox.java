package dev.heddle.core.sandbox;

import dev.heddle.component.spi.ImplementationDescriptor;

/** Runs implementations as WebAssembly in this process. Safe for use by many threads. */
public interface Sandbox extends AutoCloseable {

  /** Whether the application carries a module of an implementation. */
  boolean available(ImplementationDescriptor<?> implementation);

  /**
   * Makes an implementation ready to be called: loads, checks and compiles its module, and makes a
   * first instance. May take seconds.
   *
   * @throws SandboxException when the module is refused, or its component cannot be constructed
   */
  SandboxedComponent open(SandboxedComponentSpecification specification);

  /** Ends every component that it opened. */
  @Override
  void close();
}
