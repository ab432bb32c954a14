package dev.heddle.sandbox.engine;

/** A guest ended without an answer. */
public final class GuestTrapException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why. */
  public enum Reason {
    /** It did what WebAssembly forbids, or has used what it had; what is left tells which. */
    TRAP,
    /** Its thread was interrupted. */
    INTERRUPTED,
    /** The thread's stack was too small for it. */
    STACK,
    /** The process's heap was too small for it. */
    HEAP
  }

  private final Reason reason;

  /** Reports the end of a guest. */
  public GuestTrapException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Reports that the host ends a guest that has used what it had. */
  public GuestTrapException(String message) {
    super(message);
    this.reason = Reason.TRAP;
  }

  /** Why it ended. */
  public Reason reason() {
    return reason;
  }
}
