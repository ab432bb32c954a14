package dev.heddle.transport;

import dev.heddle.core.remote.IncomingCalls;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaConnection;
import dev.heddle.core.remote.ReplicaServer;
import dev.heddle.core.remote.Transport;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Calls between processes over gRPC: many share one stream, the tunnel. */
public final class GrpcTransport implements Transport {
  /** HTTP/2 windows: no single call is to wait for one. */
  static final int WINDOW = 8 * 1024 * 1024;

  private final TransportOptions options;
  private final EventLoops callers;
  private final EventLoops servers = new EventLoops("heddle-serves");
  private final Ticker ticker = new Ticker();
  private final Set<TunnelConnection> connections = ConcurrentHashMap.newKeySet();
  private final Set<GrpcServer> listening = ConcurrentHashMap.newKeySet();

  /** A transport; nothing is opened yet. */
  public GrpcTransport(TransportOptions options) {
    this.options = options;
    this.callers = EventLoops.ofCallers(options.lending());
  }

  @Override
  public ReplicaConnection connect(ReplicaAddress address, ProcessIdentity caller) {
    TunnelConnection connection =
        new TunnelConnection(
            new Connector(address, options, callers), caller, ticker, connections::remove);
    connections.add(connection);
    connection.start();
    return connection;
  }

  @Override
  public ReplicaServer listen(ReplicaAddress address, IncomingCalls calls) {
    GrpcServer server =
        GrpcServer.listen(address, new Hosting(calls), options, servers, listening::remove);
    listening.add(server);
    return server;
  }

  @Override
  public void close() {
    // Those too that were closed before and have not ended yet: gRPC cannot end without its thread.
    connections.forEach(TunnelConnection::close);
    connections.forEach(TunnelConnection::awaitEnd);
    Set.copyOf(listening).forEach(GrpcServer::close);
    ticker.close();
    callers.close();
    servers.close();
  }
}
