package dev.heddle.component.spi;

import java.util.Optional;

/** What surrounds a component inside a sandbox: the only ways out of it. */
public interface GuestHost {

  /**
   * Calls a component or a capability that the guest's constructor asks for. What fails, also on
   * the way, is told by the response.
   *
   * @param target the constructor parameter's position, from 0
   * @param method index of the method
   * @param request the request message
   * @return the response message
   */
  byte[] call(int target, int method, byte[] request);

  /**
   * Whether there is anything behind a constructor parameter that is an {@code Optional}.
   *
   * @param target the constructor parameter's position, from 0
   */
  boolean present(int target);

  /**
   * The time by a clock that the guest's constructor asks for, in nanoseconds since the epoch.
   *
   * @param target the constructor parameter's position, from 0
   */
  long instant(int target);

  /**
   * Calls a method with a stream, of a component that the guest's constructor asks for.
   *
   * @param target the constructor parameter's position, from 0
   * @param method index of the method
   * @param request the message of the other arguments
   * @param requests the messages of the stream that the method takes; the host asks for them while
   *     the guest waits for it
   */
  default GuestCall open(int target, int method, byte[] request, OutgoingMessages requests) {
    throw new UnsupportedOperationException("this host carries no streams");
  }

  /**
   * The next message of the stream that a call takes, empty at the end.
   *
   * @param stream the number that the host gave to {@link Guest#open}
   */
  default Optional<byte[]> next(int stream) {
    throw new UnsupportedOperationException("this host carries no streams");
  }

  /**
   * Asks for no more of the stream that a call takes.
   *
   * @param stream as in {@link #next}
   */
  default void close(int stream) {
    throw new UnsupportedOperationException("this host carries no streams");
  }
}
