package dev.heddle.component.capability;

/**
 * What stands behind a {@link KeyValueStore} failed: an outage, a full disk, no answer in time. The
 * message names the backend and the operation, and never a password.
 */
public final class KeyValueStoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the call may have changed. */
  public enum Effect {
    /** Nothing: it only read, or never reached what stands behind the store. */
    NONE,
    /** Nothing or all of what was asked; reading the key tells. It may still happen. */
    UNKNOWN
  }

  private final Effect effect;

  /** Says what the call may have changed, and in words what failed. */
  public KeyValueStoreException(Effect effect, String message) {
    super(message);
    this.effect = effect;
  }

  /** What the call may have changed. */
  public Effect effect() {
    return effect;
  }
}
