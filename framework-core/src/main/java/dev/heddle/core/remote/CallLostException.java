package dev.heddle.core.remote;

/** The connection to a replica broke during a call: it may have been carried out or not. */
public final class CallLostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Reports the loss, with words for a person. */
  public CallLostException(String message) {
    super(message, null, false, false);
  }
}
