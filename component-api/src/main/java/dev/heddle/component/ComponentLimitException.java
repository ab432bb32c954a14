package dev.heddle.component;

/**
 * A call was stopped because it used more of something than a call is allowed to. What the
 * component stored before stays stored.
 */
public final class ComponentLimitException extends ComponentException {
  private static final long serialVersionUID = 1L;

  private final String limit;
  private final long allowed;

  /**
   * Reports what became of a call to {@code component.method}.
   *
   * @param limit name of the limit, as configuration spells it
   * @param allowed what it allows, in the limit's own unit
   * @param message what happened, in words
   */
  public ComponentLimitException(
      String component, String method, String limit, long allowed, String message) {
    super(component, method, message);
    this.limit = limit;
    this.allowed = allowed;
  }

  /** Name of the limit, as configuration spells it: {@code fuel}, {@code allocation} ... */
  public String limit() {
    return limit;
  }

  /** What the limit allows, in the limit's own unit. */
  public long allowed() {
    return allowed;
  }
}
