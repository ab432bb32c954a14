package dev.heddle.backends;

import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.ErrorListener;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Why there is no connection to NATS: what the server said, or else what the client met. */
final class NatsRefusal implements ConnectionListener, ErrorListener {
  private String said = "";
  private String met = "";
  private @Nullable Thread waiting;

  /** Empty when there is a connection, or nothing is known. */
  synchronized String words() {
    return said.isEmpty() ? met : said;
  }

  /**
   * Connects. The client waits for its first answer as long as it may even after the server has
   * refused it; what the server says ends that wait.
   */
  <T> T endsWaiting(Callable<T> connecting) throws Exception {
    waits(Thread.currentThread());
    try {
      T connected = connecting.call();
      forget();
      return connected;
    } finally {
      waits(null);
    }
  }

  private synchronized void waits(@Nullable Thread thread) {
    // An interrupt that came too late was for the wait that is over.
    if (thread == null) Thread.interrupted();
    waiting = thread;
  }

  private synchronized void forget() {
    said = "";
    met = "";
  }

  @Override
  public synchronized void errorOccurred(Connection connection, String error) {
    said = error;
    if (waiting != null) waiting.interrupt();
  }

  @Override
  public synchronized void exceptionOccurred(Connection connection, Exception exception) {
    if (connection.getStatus() != Connection.Status.CONNECTED) met = Words.of(exception);
  }

  @Override
  public void connectionEvent(Connection connection, Events event) {
    if (event == Events.RECONNECTED) forget();
  }
}
