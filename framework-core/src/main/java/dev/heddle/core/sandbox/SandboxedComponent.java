package dev.heddle.core.sandbox;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;

/** A component inside a sandbox: a pool of its instances. Safe for use by many threads. */
public interface SandboxedComponent extends AutoCloseable {

  /**
   * Makes a call on an instance that nobody else uses meanwhile, on this thread. It is stopped when
   * the request's deadline passes or the request is cancelled.
   *
   * @param method index of the method
   * @param request the request message
   * @return the response message; exceptions of the component are inside it
   * @throws dev.heddle.component.ComponentLimitException when the call used more than it may
   * @throws dev.heddle.component.ComponentException when it ended otherwise without a response; the
   *     component answers other calls all the same
   */
  byte[] invoke(int method, byte[] request);

  /**
   * Makes a call of a method with a stream. The instance serves it alone until it has ended.
   *
   * @param method index of the method
   * @param request the message of the other arguments
   * @param requests the messages of the stream that the method takes, none when it takes none
   * @throws dev.heddle.component.ComponentException as {@link #invoke}; so does what is returned
   */
  GuestCall open(int method, byte[] request, OutgoingMessages requests);

  /** What was seen so far. */
  SandboxFigures figures();

  /** Lets go of instances that nobody uses; a later call makes a new one. */
  void release();

  /** Lets calls in flight end, and refuses new ones. */
  @Override
  void close();
}
