package dev.heddle.component;

/**
 * The request's deadline, or the one configured for the component, passed before the call returned.
 */
public final class ComponentTimeoutException extends ComponentException {
  private static final long serialVersionUID = 1L;

  /** Reports what became of a call to {@code component.method}. */
  public ComponentTimeoutException(String component, String method, String message) {
    super(component, method, message);
  }
}
