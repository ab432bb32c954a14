package dev.heddle.placements;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.control.ControlledProcess;
import dev.heddle.core.control.Membership;
import dev.heddle.core.remote.Granting;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.transport.GrpcControl;
import dev.heddle.transport.GrpcTransport;
import dev.heddle.transport.TransportOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A replica in a process of its own, with its components in the sandbox; started anew if it ends.
 */
final class ReplicaProcess implements AutoCloseable {
  private static final int CRASHED = 42;

  private final ReplicaAddress address;
  private final Path journal;
  private final Optional<ReplicaAddress> scheduler;
  private Process process;
  private boolean closed;

  ReplicaProcess(ReplicaAddress address, Path journal, Optional<ReplicaAddress> scheduler)
      throws IOException {
    this.address = address;
    this.journal = journal;
    this.scheduler = scheduler;
    this.process = started();
  }

  private Process started() throws IOException {
    Process begun =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                ReplicaProcess.class.getName(),
                address.toString(),
                journal.toString(),
                scheduler.map(Object::toString).orElse(""))
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    begun.onExit().thenRun(this::ended);
    return begun;
  }

  private synchronized void ended() {
    if (closed || process.exitValue() != CRASHED) return;
    try {
      process = started();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    Process last;
    synchronized (this) {
      closed = true;
      last = process;
    }
    last.destroyForcibly().onExit().join();
  }

  /** Serves until its standard input ends, as it does with the process that started it. */
  public static void main(String[] arguments) throws IOException {
    FileJournal journal =
        new FileJournal(Path.of(arguments[1]), () -> Runtime.getRuntime().halt(CRASHED));
    RuntimeOptions options =
        RuntimeOptions.DEFAULT.withPlacement(Placement.SANDBOXED).withTrails(true);
    try (GrpcTransport transport = new GrpcTransport(TransportOptions.DEFAULT);
        GrpcControl control = new GrpcControl(TransportOptions.DEFAULT);
        HeddleRuntime runtime = Applications.start(options, journal, Optional.empty());
        var measuring = Executors.newSingleThreadScheduledExecutor()) {
      transport
          .listen(
              ReplicaAddress.parse(arguments[0]),
              runtime.incoming(Applications.identity("replica"), Set.of(), Granting.NOTHING, 1_000))
          .ready();
      if (!arguments[2].isEmpty()) {
        ControlledProcess process =
            Applications.controlled(runtime, "replica", Membership.Role.REPLICA, arguments[0]);
        control.join(ReplicaAddress.parse(arguments[2]), process);
        measuring.scheduleAtFixedRate(process::measure, 50, 50, TimeUnit.MILLISECONDS);
      }
      while (System.in.read() >= 0) {}
      measuring.shutdownNow();
    }
  }
}
