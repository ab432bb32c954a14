package dev.heddle.component.spi;

/**
 * One call of a method that takes or returns a stream. Its request message holds the other
 * arguments; {@link #readResponse} is for a call that has ended: without a stream as its result, or
 * in a failure. Generated, one record a method.
 *
 * @param <C> the component interface
 * @param <R> what the method returns, boxed; {@code Void} for none
 */
public interface StreamInvocation<C, R> extends Invocation<C, R> {

  /** The same call with the stream that it takes, if it does, wrapped. */
  default StreamInvocation<C, R> taking(StreamWrapper wrapper) {
    return this;
  }

  /** A result of the call, wrapped if it is a stream. */
  default R giving(R result, StreamWrapper wrapper) {
    return result;
  }

  /** The stream that the call takes, as messages; none when it takes none. */
  default OutgoingMessages requests() {
    return OutgoingMessages.NONE;
  }

  /**
   * The stream that the call returns, out of messages.
   *
   * @throws UnsupportedOperationException when it returns none
   */
  default R responses(IncomingMessages messages) {
    throw new UnsupportedOperationException(method().name() + " returns no stream");
  }
}
