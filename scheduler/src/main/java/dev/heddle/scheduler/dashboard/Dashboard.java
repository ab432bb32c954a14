package dev.heddle.scheduler.dashboard;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Serves the dashboard and its API to this machine, by HTTP at {@code localhost}. Reading needs
 * nothing but to be on this machine; changing needs the token. Safe for use by many threads.
 */
public final class Dashboard implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofSeconds(1);

  private final HttpServer server;
  private final ExecutorService threads;
  private final StateStream stream;
  private final DashboardToken token;

  private Dashboard(HttpServer server, StateStream stream, DashboardToken token) {
    this.server = server;
    this.stream = stream;
    this.token = token;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
  }

  /**
   * Starts it; it serves when this returns.
   *
   * @param port where to listen; 0: any free port
   * @param token what a request that changes something must carry
   * @param state what there is to show; is asked about once a second while somebody looks, on many
   *     threads, and returns at once
   * @param placing moves components; may take its time
   * @throws IOException when it cannot listen there
   */
  public static Dashboard start(
      int port, DashboardToken token, Supplier<State> state, Placing placing) throws IOException {
    return start(port, token, state, placing, PAUSE);
  }

  static Dashboard start(
      int port, DashboardToken token, Supplier<State> state, Placing placing, Duration pause)
      throws IOException {
    // Not "the loopback address", which may be that of IPv6, where the Host check knows no name.
    InetAddress here = InetAddress.ofLiteral("127.0.0.1");
    HttpServer server = HttpServer.create(new InetSocketAddress(here, port), 0);
    StateStream stream = new StateStream(state, pause);
    Dashboard dashboard = new Dashboard(server, stream, token);
    Guard guard = new Guard(dashboard.port(), token);
    server.createContext("/", new Routes(guard, state, stream, new PlaceRequests(state, placing)));
    server.start();
    return dashboard;
  }

  /** Where it listens. */
  public int port() {
    return server.getAddress().getPort();
  }

  /** Where it can be looked at: {@code http://localhost:4711/}. */
  public String address() {
    return "http://localhost:" + port() + "/";
  }

  /** Where components can be moved, too: the address with the token behind it. For one person. */
  public String link() {
    return address() + "#token=" + token.text();
  }

  /** Ends it at once; who listens is let go. */
  @Override
  public void close() {
    stream.close();
    server.stop(0);
    threads.shutdownNow();
  }
}
