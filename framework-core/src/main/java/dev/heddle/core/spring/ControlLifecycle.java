package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.PlacementControl;
import dev.heddle.core.PlacementTable;
import dev.heddle.core.Status;
import dev.heddle.core.control.ControlTransport;
import dev.heddle.core.control.ControlledProcess;
import dev.heddle.core.control.Membership;
import dev.heddle.core.remote.ProcessIdentity;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Has this process do what a scheduler asks, while the application runs. */
final class ControlLifecycle implements SmartLifecycle {
  private final HeddleRuntime runtime;
  private final ControlTransport transport;
  private final SchedulerProperties properties;
  private final ReplicaProperties replica;
  private final ProcessIdentity identity;
  private @Nullable AutoCloseable joined;
  private @Nullable ScheduledExecutorService measuring;

  ControlLifecycle(
      HeddleRuntime runtime,
      ControlTransport transport,
      SchedulerProperties properties,
      ReplicaProperties replica,
      ProcessIdentity identity) {
    this.runtime = runtime;
    this.transport = transport;
    this.properties = properties;
    this.replica = replica;
    this.identity = identity;
  }

  @Override
  public synchronized void start() {
    ControlledProcess process = new ControlledProcess(runtime, this::membership);
    joined = transport.join(properties.found().orElseThrow(), process);
    measuring =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("heddle-measures").factory());
    long pause = properties.interval().toMillis();
    measuring.scheduleAtFixedRate(process::measure, pause, pause, TimeUnit.MILLISECONDS);
  }

  private Membership membership() {
    PlacementControl control = runtime.placementControl();
    return new Membership(
        identity,
        replica.satellite() ? Membership.Role.REPLICA : Membership.Role.APPLICATION,
        replica.address().map(Object::toString).orElse(""),
        properties.machine(),
        Runtime.getRuntime().availableProcessors(),
        properties.memoryBytes(),
        Set.copyOf(properties.labels()),
        control.table().epoch(),
        runtime.status().components().stream().map(each -> component(control, each)).toList());
  }

  private Membership.Component component(PlacementControl control, Status.Component component) {
    String name = component.name();
    PlacementTable.Entry configured = control.configured(name);
    return new Membership.Component(
        name,
        component.runtime(),
        control.offered(name),
        configured.placement(),
        component.pinned(),
        configured.reason(),
        component.maxReplicas(),
        component.rules());
  }

  @Override
  public synchronized void stop() {
    if (measuring != null) measuring.shutdownNow();
    measuring = null;
    try {
      if (joined != null) joined.close();
    } catch (Exception end) {
      throw new IllegalStateException(end);
    }
    joined = null;
  }

  @Override
  public synchronized boolean isRunning() {
    return joined != null;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }
}
