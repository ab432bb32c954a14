package dev.heddle.core.spring;

import dev.heddle.core.remote.ReplicaAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Whatever decides where calls go, for all processes of the application.
 *
 * @param address Where it listens, as host:port or unix:/path. Without one every process keeps to
 *     its configuration.
 * @param interval How often it is told what was measured.
 * @param machine Where this process runs: those with equal ones share processors. By default the
 *     name of the host, which in Kubernetes is the pod's.
 * @param memory What all components that are placed in this process may take together, as their
 *     heddle.components.NAME.memory says. Without one, anything.
 * @param labels Words by which heddle.components.NAME.only-in may choose this process, beside its
 *     name; the application's own is labelled application.
 */
@ConfigurationProperties("heddle.scheduler")
record SchedulerProperties(
    @Nullable String address,
    @DefaultValue("1s") Duration interval,
    @DefaultValue("") String machine,
    @Nullable DataSize memory,
    @DefaultValue List<String> labels) {
  private static final Path HOST = Path.of("/proc/sys/kernel/hostname");

  /** Checks the ranges. */
  SchedulerProperties {
    if (address != null) ReplicaAddress.parse(address);
    if (interval.compareTo(Duration.ofMillis(10)) < 0) {
      throw new IllegalArgumentException(
          "heddle.scheduler.interval is " + interval + "; it must be 10 ms or longer");
    }
    if (machine.isEmpty()) machine = host();
    if (memory != null && memory.toBytes() < 1) {
      throw new IllegalArgumentException(
          "heddle.scheduler.memory is " + memory + "; it must be 1B or more");
    }
  }

  private static String host() {
    try {
      return Files.readString(HOST).strip();
    } catch (IOException elsewhere) {
      return Optional.ofNullable(System.getenv("HOSTNAME")).orElse("unknown");
    }
  }

  /** What components may take together; 0 for anything. */
  long memoryBytes() {
    return memory == null ? 0 : memory.toBytes();
  }

  Optional<ReplicaAddress> found() {
    return Optional.ofNullable(address).map(ReplicaAddress::parse);
  }
}
