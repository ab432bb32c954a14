package dev.heddle.sandbox.engine;

/** The code of a module is not valid, or too large to be compiled. */
public final class InvalidModuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Reports what the runtime found. */
  public InvalidModuleException(String message, Throwable cause) {
    super(message, cause);
  }
}
