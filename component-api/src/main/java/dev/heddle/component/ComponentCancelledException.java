package dev.heddle.component;

/** The request was cancelled before the call returned: whoever made it no longer waits for it. */
public final class ComponentCancelledException extends ComponentException {
  private static final long serialVersionUID = 1L;

  /** Reports what became of a call to {@code component.method}. */
  public ComponentCancelledException(String component, String method, String message) {
    super(component, method, message);
  }
}
