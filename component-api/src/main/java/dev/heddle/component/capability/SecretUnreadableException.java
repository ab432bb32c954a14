package dev.heddle.component.capability;

/** A secret is there and cannot be read. Its message never holds any of the value. */
public final class SecretUnreadableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says which secret, where, and why. */
  public SecretUnreadableException(String message) {
    super(message);
  }
}
