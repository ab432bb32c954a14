package dev.heddle.sandbox.pool;

import dev.heddle.component.ComponentException;

/**
 * The code of a component inside a sandbox ended in a way that has no exception in Java: an
 * instruction that WebAssembly forbids, an exception that nobody caught, or a call of something
 * that a sandbox has not. The instance is thrown away; others answer.
 */
public final class SandboxTrapException extends ComponentException {
  private static final long serialVersionUID = 1L;

  SandboxTrapException(String component, String method, String message, Throwable cause) {
    super(component, method, SandboxTrapException.class.getName(), message, "");
    initCause(cause);
  }
}
