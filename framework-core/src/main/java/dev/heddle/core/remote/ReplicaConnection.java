package dev.heddle.core.remote;

import dev.heddle.component.spi.GuestCall;
import dev.heddle.component.spi.OutgoingMessages;

/** The way to one replica. Safe for use by many threads. */
public interface ReplicaConnection extends AutoCloseable {

  /** Where the replica listens. */
  ReplicaAddress address();

  /** What is known of the replica now. */
  ReplicaView view();

  /** How many calls wait for it. */
  int outstanding();

  /** Has {@code changed} run after each change of {@link #view}; it must be quick. */
  void onChange(Runnable changed);

  /**
   * Makes a call, and waits for its end on this thread.
   *
   * @return the response message; what the component threw is inside it
   * @throws CallNotBegunException when the replica certainly did not begin the call
   * @throws CallLostException when the connection broke, and nobody knows how far the call went
   * @throws dev.heddle.component.ComponentException when the request was stopped or this thread
   *     interrupted, which the replica is told; an interrupt is kept
   */
  byte[] call(OutgoingCall call);

  /**
   * Makes a call of a method with a stream.
   *
   * @param requests the messages of the stream that the method takes, none when it takes none; read
   *     as the replica asks for them
   * @throws CallNotBegunException as {@link #call}
   * @throws CallLostException as {@link #call}; so does what is returned
   */
  GuestCall open(OutgoingCall call, OutgoingMessages requests);

  /** Ends it; calls that wait end with a {@link CallLostException}. */
  @Override
  void close();
}
