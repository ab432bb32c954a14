package dev.heddle.component;

/**
 * A call to a component did not return, and not by an exception that the method declares.
 *
 * <p>This class itself reports an exception that the implementation threw without declaring it; it
 * carries that exception's class name, message and place, because the class may be unknown to the
 * caller. Its subclasses report that the call could not be carried out. The same exception arrives
 * whatever the placement of the component. In the process in which it happened {@link #getCause()}
 * holds the original for the sake of its stack trace; do not build behaviour on it.
 */
public class ComponentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String component;
  private final String method;
  private final String failure;
  private final String failureMessage;
  private final String location;

  /**
   * Reports an undeclared exception.
   *
   * @param component name of the called component
   * @param method name of the called method
   * @param failure class name of what was thrown
   * @param failureMessage its message, empty when it has none
   * @param location where it was thrown, as {@code Class.method(File:line)}, empty when unknown
   */
  public ComponentException(
      String component, String method, String failure, String failureMessage, String location) {
    super(describe(component, method, failure, failureMessage, location));
    this.component = component;
    this.method = method;
    this.failure = failure;
    this.failureMessage = failureMessage;
    this.location = location;
  }

  ComponentException(String component, String method, String message) {
    super(component + "." + method + ": " + message);
    this.component = component;
    this.method = method;
    this.failure = getClass().getName();
    this.failureMessage = message;
    this.location = "";
  }

  /** Name of the called component. */
  public final String component() {
    return component;
  }

  /** Name of the called method. */
  public final String method() {
    return method;
  }

  /** Class name of what the implementation threw; this class's own for the subclasses. */
  public final String failure() {
    return failure;
  }

  /** Message of what the implementation threw, empty when it had none. */
  public final String failureMessage() {
    return failureMessage;
  }

  /** Where it was thrown, as {@code Class.method(File:line)}; empty when unknown. */
  public final String location() {
    return location;
  }

  private static String describe(
      String component, String method, String failure, String message, String location) {
    StringBuilder text = new StringBuilder();
    text.append(component).append('.').append(method).append(" failed with ").append(failure);
    if (!message.isEmpty()) text.append(": ").append(message);
    if (!location.isEmpty()) text.append(" at ").append(location);
    return text.toString();
  }
}
