package dev.heddle.component.capability;

/** An event was not accepted by {@link EventPublisher#publish}. */
public final class EventPublishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Why the event was not accepted. */
  public enum Reason {
    /** As many events wait for delivery as are allowed to; nothing was published. */
    BACKLOG_FULL,
    /** What keeps the events cannot be reached or failed; the event may have been published. */
    UNAVAILABLE
  }

  private final Reason reason;

  /** Says why, in a word and in words. */
  public EventPublishException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Why the event was not accepted. */
  public Reason reason() {
    return reason;
  }
}
