package dev.heddle.core.remote;

import java.time.Duration;

/** Listens for calls of other processes. Safe for use by many threads. */
public interface ReplicaServer extends AutoCloseable {

  /** Where it listens; its port is the one that was taken. */
  ReplicaAddress address();

  /** Tells callers that calls are taken from now on. */
  void ready();

  /**
   * Tells callers that no new calls are taken, and waits until those that have begun have ended.
   *
   * @param limit how long to wait
   * @return whether all have ended
   */
  boolean drain(Duration limit);

  /** Ends it at once; calls that run are cancelled. */
  @Override
  void close();
}
