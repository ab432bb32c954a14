package dev.heddle.placements;

import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.PlacementControl;
import dev.heddle.core.PlacementRules;
import dev.heddle.core.PlacementTable;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.control.ControlledProcess;
import dev.heddle.core.control.Membership;
import dev.heddle.core.remote.ProcessIdentity;
import dev.heddle.core.remote.ReplicaAddress;
import dev.heddle.core.remote.ReplicaOptions;
import dev.heddle.core.remote.Replicas;
import dev.heddle.core.remote.Transport;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.placements.fixture.Journal;
import dev.heddle.sandbox.SharedSandboxFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The application that is tried, in one process or several. */
final class Applications {
  private Applications() {}

  /** One process of it, started. */
  static HeddleRuntime start(RuntimeOptions options, Journal journal, Optional<Replicas> replicas) {
    HeddleRuntimeBuilder builder =
        HeddleRuntime.builder(ComponentCatalog.discover(Applications.class.getClassLoader()))
            .options(options.withComponents(Map.of("Smith", diligent())))
            .capability(Journal.class, component -> journal)
            .sandbox(new SharedSandboxFactory().create());
    replicas.ifPresent(builder::replicas);
    HeddleRuntime runtime = builder.build();
    runtime.start();
    return runtime;
  }

  /** Work until a deadline is a great many calls. */
  private static ComponentOptions diligent() {
    SandboxLimits usual = SandboxLimits.DEFAULT;
    return ComponentOptions.NONE.withSandbox(
        new SandboxLimits(
            Long.MAX_VALUE / 2,
            Long.MAX_VALUE / 2,
            Long.MAX_VALUE / 2,
            Duration.ofMinutes(1),
            usual.stackDepth(),
            usual.responseBytes(),
            Integer.MAX_VALUE,
            usual.logBytes(),
            usual.callsPerInstance(),
            usual.instances()));
  }

  /** The way to a replica. */
  static Replicas replicas(Transport transport, ReplicaAddress address) {
    return new Replicas(
        transport,
        identity("application"),
        new ReplicaOptions(List.of(address), Duration.ofSeconds(60), 3));
  }

  static ProcessIdentity identity(String process) {
    return new ProcessIdentity(
        RuntimeOptions.DEFAULT.application(),
        RuntimeOptions.DEFAULT.revision(),
        process,
        ProcessHandle.current().pid());
  }

  /** A process of it that does what a scheduler asks. */
  static ControlledProcess controlled(
      HeddleRuntime runtime, String name, Membership.Role role, String address) {
    PlacementControl control = runtime.placementControl();
    return new ControlledProcess(
        runtime,
        () ->
            new Membership(
                identity(name),
                role,
                address,
                "this machine",
                1,
                0,
                Set.of(),
                control.table().epoch(),
                runtime.components().stream()
                    .map(each -> component(control, each.name()))
                    .toList()));
  }

  private static Membership.Component component(PlacementControl control, String name) {
    PlacementTable.Entry configured = control.configured(name);
    return new Membership.Component(
        name,
        "wasm",
        control.offered(name),
        configured.placement(),
        false,
        configured.reason(),
        0,
        PlacementRules.NONE);
  }
}
