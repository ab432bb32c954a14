package dev.heddle.component;

/**
 * No replica could take the call, or the one that took it went away before it answered. Whether the
 * method ran is then unknown, unless it is {@link Idempotent}.
 */
public final class ComponentUnavailableException extends ComponentException {
  private static final long serialVersionUID = 1L;

  /** Reports what became of a call to {@code component.method}. */
  public ComponentUnavailableException(String component, String method, String message) {
    super(component, method, message);
  }
}
