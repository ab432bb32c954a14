package dev.heddle.component.spi;

/**
 * The way from one caller to one component. A stub holds one; every call that it does not make
 * directly leaves through it. Safe for use by many threads.
 *
 * @param <C> the component interface
 */
public interface Edge<C> {

  /** Counts the direct calls of a method along this edge; the same object each time. */
  CallCounter counter(MethodDescriptor method);

  /**
   * Makes a call wherever the component is placed now.
   *
   * @throws Exception what the method declares; anything else arrives as a {@link
   *     dev.heddle.component.ComponentException}
   */
  <R> R call(Invocation<C, R> invocation) throws Exception;

  /**
   * Makes a call that takes or returns a stream, wherever the component is placed now.
   *
   * @throws Exception as {@link #call} does
   */
  <R> R stream(StreamInvocation<C, R> invocation) throws Exception;
}
