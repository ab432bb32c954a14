package dev.heddle.component.capability;

/** A call by {@link HttpCaller} brought no response. */
public final class HttpCallException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why there is no response. */
  public enum Reason {
    /** The component may not call this; nothing was sent. */
    REFUSED,
    /** The time was over; the server may have done what it was asked. */
    TIMED_OUT,
    /** The request or the response is longer than allowed; a request was then not sent. */
    TOO_LARGE,
    /**
     * The server was not found, did not take the connection, broke it off or spoke no HTTP; it may
     * have done what it was asked.
     */
    UNREACHABLE
  }

  private final Reason reason;

  /** Says why, in a word and in words. */
  public HttpCallException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why there is no response. */
  public Reason reason() {
    return reason;
  }
}
