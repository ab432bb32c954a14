package dev.heddle.backends;

import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventBackend.Subscribed;
import dev.heddle.core.events.EventBounds;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that delivers events from NATS until it is killed, and tells of each. */
final class DeliveringProcess implements AutoCloseable {
  private final Process process;
  private final BufferedReader lines;

  private DeliveringProcess(Process process) {
    this.process = process;
    this.lines = process.inputReader();
  }

  static DeliveringProcess start(String url, String prefix, Subscribed subscription)
      throws IOException {
    return new DeliveringProcess(
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DeliveringProcess.class.getName(),
                url,
                prefix,
                subscription.name(),
                subscription.event())
            .redirectErrorStream(true)
            .start());
  }

  /** Waits until it delivers what stands at a position. */
  void awaitDelivery(long position) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.equals("delivers " + position)) return;
      seen.append(line).append('\n');
    }
    throw new AssertionError("it ended:\n" + seen);
  }

  /** Ends it as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }

  /** Delivers to one subscription: server, prefix, its name and its event. */
  public static void main(String[] arguments) throws InterruptedException {
    NatsConnection server =
        new NatsConnection(
            new NatsLayout(
                NatsEventBackendTest.settings(
                    arguments[0], arguments[1], NatsEventBackendTest.PATIENCE),
                EventBounds.DEFAULT));
    EventBackend backend =
        new NatsEventBackend(server, List.of(new Subscribed(arguments[2], arguments[3])));
    backend.start(delivery -> System.out.println("delivers " + delivery.position()));
    Thread.currentThread().join();
  }
}
