package dev.heddle.core.remote;

/** A replica did not begin a call, so that it may be made elsewhere whatever its method does. */
public final class CallNotBegunException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why a replica does not begin a call. */
  public enum Reason {
    /** There is no connection. */
    NOT_CONNECTED,
    /** It is not ready yet, or on its way out. */
    NOT_READY,
    /** It does not host the component. */
    NOT_HOSTED,
    /** It has as much to do as it can. */
    OVERLOADED,
    /** It is of another revision. */
    OTHER_REVISION
  }

  private final Reason reason;

  /** Reports a reason, with words for a person. */
  public CallNotBegunException(Reason reason, String message) {
    super(message, null, false, false);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
