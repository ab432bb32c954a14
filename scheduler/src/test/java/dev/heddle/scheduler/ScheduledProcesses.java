package dev.heddle.scheduler;

import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.transport.GrpcControl;
import dev.heddle.transport.TransportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scheduler, and processes that join it over a socket; all are closed after a test. */
@Timeout(60)
abstract class ScheduledProcesses {
  final GrpcControl transport = new GrpcControl(TransportOptions.DEFAULT);
  final List<AutoCloseable> opened = new ArrayList<>();

  @TempDir
  @SuppressWarnings("NullAway.Init") // JUnit sets it
  Path folder;

  @SuppressWarnings("NullAway.Init") // listen sets it
  ReplicaAddress address;

  @BeforeEach
  void listen() throws IOException {
    Path sockets =
        Files.createDirectory(
            folder.resolve("s"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    address = ReplicaAddress.parse("unix:" + sockets.resolve("c"));
  }

  @AfterEach
  void end() throws Exception {
    for (AutoCloseable each : opened.reversed()) each.close();
    transport.close();
  }

  Scheduler scheduler(Duration publishLimit, Optional<PlanningOptions> planning)
      throws IOException {
    return keep(
        new Scheduler(
            transport,
            new SchedulerOptions(
                address,
                folder.resolve("state"),
                Duration.ofSeconds(10),
                publishLimit,
                Duration.ofMillis(10),
                planning)));
  }

  <T extends AutoCloseable> T keep(T made) {
    opened.add(made);
    return made;
  }

  static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) Thread.sleep(5);
  }
}
