package dev.heddle.core.remote;

/** Carries calls between the processes of an application. Safe for use by many threads. */
public interface Transport extends AutoCloseable {

  /**
   * Connects to a replica, now and again after each loss, until the connection is closed.
   *
   * @param caller this process, as the replica is to know it; a replica of another revision refuses
   *     it
   * @return at once, connected or not
   */
  ReplicaConnection connect(ReplicaAddress address, ProcessIdentity caller);

  /**
   * Listens for calls of other processes, and of other gRPC clients. Callers are told to wait until
   * {@link ReplicaServer#ready}.
   *
   * @throws TransportException when it cannot listen there
   */
  ReplicaServer listen(ReplicaAddress address, IncomingCalls calls);

  /** Ends every connection and server that it made. */
  @Override
  void close();
}
