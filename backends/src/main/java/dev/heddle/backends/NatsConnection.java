package dev.heddle.backends;

import dev.heddle.core.Problem;
import io.nats.client.Connection;
import io.nats.client.JetStreamApiException;
import io.nats.client.JetStreamManagement;
import io.nats.client.JetStreamOptions;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.StreamConfiguration;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The connection to NATS and the streams there, both made at the first use. */
final class NatsConnection implements Backend {
  private static final int NOT_FOUND = 404;

  /** Of the largest event, with its key and what stands around it. */
  private static final long LARGEST_MESSAGE = 600 * 1024L;

  private final NatsLayout layout;
  private final BoundedCalls calls;
  private final ReentrantLock making = new ReentrantLock();
  private @Nullable Connection connection;
  private volatile boolean prepared;
  private boolean closed;

  private final NatsRefusal refusal = new NatsRefusal();

  NatsConnection(NatsLayout layout) {
    this.layout = layout;
    this.calls = new BoundedCalls(layout.settings().timeout());
  }

  NatsLayout layout() {
    return layout;
  }

  /** What is asked of the server. */
  @FunctionalInterface
  interface Work<T> {
    T run(JetStreamManagement streams) throws Exception;
  }

  /** What is asked of the connection itself. */
  @FunctionalInterface
  interface Talk<T> {
    T run(Connection connection) throws Exception;
  }

  /**
   * Asks the server, and makes the streams first if need be.
   *
   * @param what what is done, after "cannot"
   */
  <T> T call(String what, Work<T> work) {
    return talk(what, it -> work.run(streams(it)));
  }

  <T> T talk(String what, Talk<T> talk) {
    try {
      return calls.call(() -> talk.run(connected(true)));
    } catch (Exception failure) {
      // It may have come back without what it kept.
      if (!(failure instanceof JetStreamApiException)) prepared = false;
      String why = refusal.words();
      boolean unconnected =
          failure instanceof IOException || failure instanceof BoundedCalls.OverdueException;
      throw new NatsFailure(
          description() + " cannot " + what,
          unconnected && !why.isEmpty() ? new IOException(why, failure) : failure);
    }
  }

  private JetStreamManagement streams(Connection to) throws IOException {
    return to.jetStreamManagement(
        JetStreamOptions.builder().requestTimeout(layout.settings().timeout()).build());
  }

  private Connection connected(boolean prepare) throws Exception {
    making.lockInterruptibly();
    try {
      if (closed) throw new IOException("it is closed");
      Connection made = connection;
      if (made == null) {
        Options options = NatsOptions.of(layout.settings(), refusal);
        made = refusal.endsWaiting(() -> Nats.connect(options));
        connection = made;
      }
      if (made.getStatus() != Connection.Status.CONNECTED) {
        throw new IOException("there is no connection; it is tried again");
      }
      if (prepare && !prepared) {
        for (StreamConfiguration stream : layout.streams()) make(streams(made), stream);
        prepared = true;
      }
      return made;
    } finally {
      making.unlock();
    }
  }

  private static void make(JetStreamManagement streams, StreamConfiguration stream)
      throws IOException, JetStreamApiException {
    try {
      streams.updateStream(stream);
    } catch (JetStreamApiException failure) {
      if (failure.getErrorCode() != NOT_FOUND) throw failure;
      streams.addStream(stream);
    }
  }

  @Override
  public String capability() {
    return "events";
  }

  @Override
  public String description() {
    return layout.settings().toString();
  }

  @Override
  public List<Problem> settingProblems() {
    return layout.settings().problems();
  }

  @Override
  public List<Problem> serverProblems() {
    try {
      long most = talk("be asked", it -> it.getServerInfo().getMaxPayload());
      if (most >= LARGEST_MESSAGE) return List.of();
      return List.of(
          new Problem(
              "an event of 512 KiB can be kept",
              description() + " takes messages of at most " + most + " bytes",
              "Set max_payload to 1MB in its configuration"));
    } catch (NatsFailure failure) {
      return List.of(
          new Problem(
              "a backend answers at the start",
              String.valueOf(failure.getMessage()),
              "Start the server with JetStream (nats-server -js), or correct heddle.events.nats.url"
                  + " and user and password or credentials-file; with"
                  + " heddle.events.nats.check-at-start=false the application starts without it"));
    }
  }

  @Override
  public void ping() {
    long unused =
        call("be asked", it -> it.getStreamInfo(layout.events()).getCreateTime() == null ? 0L : 1L);
  }

  @Override
  public void close() {
    making.lock();
    try {
      closed = true;
      if (connection != null) connection.close();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } finally {
      making.unlock();
    }
  }
}
