package dev.heddle.sandbox.module;

/** The bytes are not a WebAssembly module that the sandbox understands. */
public final class MalformedModuleException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;

  /**
   * Reports what is wrong.
   *
   * @param offset where, in bytes from the module's beginning
   * @param problem what was found there
   */
  public MalformedModuleException(int offset, String problem) {
    super(problem + " at offset " + offset);
    this.offset = offset;
  }

  /** Where it was found, in bytes from the module's beginning. */
  public int offset() {
    return offset;
  }
}
