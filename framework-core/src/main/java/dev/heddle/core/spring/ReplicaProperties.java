package dev.heddle.core.spring;

import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What this process offers to others.
 *
 * @param listen Where it takes calls, as host:port or unix:/path; without one it takes none.
 * @param name What it is called in documents and trails; replica-PID without one.
 * @param components Names of the components that it hosts; all that are not placed remote, without
 *     any.
 * @param maxCalls How many calls of others it answers at a time, from 1 to 1000000; more are
 *     refused, and their callers try other replicas.
 * @param grants Whether the application's components in other processes are granted what this
 *     process has: its stores, its events, and capabilities of the application's own.
 * @param satellite Whether this process runs sandboxed components alone. Those with runtime JVM are
 *     called, and what it cannot grant is granted, in the process at heddle.replicas.addresses,
 *     which has heddle.replica.grants. Embedded stores and events are always those of that process.
 * @param supervised Whether the process ends when its standard input does, as it does when whoever
 *     started it is gone.
 * @param drain How long calls that have begun may take when the process is told to end.
 */
@ConfigurationProperties("heddle.replica")
record ReplicaProperties(
    @Nullable String listen,
    @Nullable String name,
    @DefaultValue List<String> components,
    @DefaultValue("1000") int maxCalls,
    @DefaultValue("false") boolean grants,
    @DefaultValue("false") boolean satellite,
    @DefaultValue("false") boolean supervised,
    @DefaultValue("20s") Duration drain) {

  /** Checks the ranges. */
  ReplicaProperties {
    if (listen != null) ReplicaAddress.parse(listen);
    if (maxCalls < 1 || maxCalls > 1_000_000) {
      throw new IllegalArgumentException(
          "heddle.replica.max-calls is " + maxCalls + "; it must be from 1 to 1000000");
    }
  }

  Optional<ReplicaAddress> address() {
    return Optional.ofNullable(listen).map(ReplicaAddress::parse);
  }

  /** Who this process is. */
  ProcessIdentity identity(RuntimeOptions options) {
    long pid = ProcessHandle.current().pid();
    return new ProcessIdentity(
        options.application(), options.revision(), name != null ? name : unnamed(pid), pid);
  }

  /** What a process is called that nobody has named. */
  static String unnamed(long pid) {
    return "replica-" + pid;
  }
}
