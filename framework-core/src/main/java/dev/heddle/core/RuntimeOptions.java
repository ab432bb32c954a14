package dev.heddle.core;

import dev.heddle.component.wire.WireLimits;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.core.sandbox.SuppliedModule;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How an application runs.
 *
 * @param application its name
 * @param revision its revision
 * @param copyLocalCalls whether local calls go through bytes, as remote ones do
 * @param trails whether each request keeps the {@link Trail} of its calls
 * @param requestDeadline how long a request may take
 * @param limits bounds on messages
 * @param sandboxRequired whether unsandboxed implementations are refused
 * @param placement where components are placed for which nothing is configured, if they can be
 * @param sandbox what a call in the sandbox may use
 * @param components settings by component name
 */
public record RuntimeOptions(
    String application,
    String revision,
    boolean copyLocalCalls,
    boolean trails,
    Duration requestDeadline,
    WireLimits limits,
    boolean sandboxRequired,
    Placement placement,
    SandboxLimits sandbox,
    Map<String, ComponentOptions> components) {

  /**
   * What is configured for one component.
   *
   * @param placement where its calls are to go, if pinned
   * @param deadline how long a call may take, if limited beyond the request's own deadline
   * @param implementation which of its implementations is meant, by name or class name, if chosen;
   *     {@code none} for a component that is to have none
   * @param maxReplicas in how many processes it may run at most, at least 1, if limited
   * @param sandbox what a call of it in the sandbox may use, if not what every call may
   * @param module what runs in the sandbox in the place of its implementation, if not that
   * @param settings what its Settings capability shows
   * @param rules what is asked of the processes that run it
   */
  public record ComponentOptions(
      Optional<Placement> placement,
      Optional<Duration> deadline,
      Optional<String> implementation,
      Optional<Integer> maxReplicas,
      Optional<SandboxLimits> sandbox,
      Optional<SuppliedModule> module,
      Map<String, String> settings,
      PlacementRules rules) {

    /** Nothing configured. */
    public static final ComponentOptions NONE =
        new ComponentOptions(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of(),
            PlacementRules.NONE);

    /** Copies the map. */
    public ComponentOptions {
      settings = Map.copyOf(settings);
    }

    /** The same, placed by configuration. */
    public ComponentOptions withPlacement(Placement pinned) {
      return new ComponentOptions(
          Optional.of(pinned),
          deadline,
          implementation,
          maxReplicas,
          sandbox,
          module,
          settings,
          rules);
    }

    /** The same, with a deadline. */
    public ComponentOptions withDeadline(Duration limit) {
      return new ComponentOptions(
          placement,
          Optional.of(limit),
          implementation,
          maxReplicas,
          sandbox,
          module,
          settings,
          rules);
    }

    /** The same, with an implementation chosen. */
    public ComponentOptions withImplementation(String chosen) {
      return new ComponentOptions(
          placement, deadline, Optional.of(chosen), maxReplicas, sandbox, module, settings, rules);
    }

    /** The same, in at most that many processes. */
    public ComponentOptions withMaxReplicas(int limit) {
      return new ComponentOptions(
          placement,
          deadline,
          implementation,
          Optional.of(limit),
          sandbox,
          module,
          settings,
          rules);
    }

    /** The same, with bounds of its own in the sandbox. */
    public ComponentOptions withSandbox(SandboxLimits own) {
      return new ComponentOptions(
          placement,
          deadline,
          implementation,
          maxReplicas,
          Optional.of(own),
          module,
          settings,
          rules);
    }

    /** The same, with a module that runs in the sandbox in the implementation's place. */
    public ComponentOptions withModule(SuppliedModule supplied) {
      return new ComponentOptions(
          placement,
          deadline,
          implementation,
          maxReplicas,
          sandbox,
          Optional.of(supplied),
          settings,
          rules);
    }

    /** The same, with other settings. */
    public ComponentOptions withSettings(Map<String, String> others) {
      return new ComponentOptions(
          placement, deadline, implementation, maxReplicas, sandbox, module, others, rules);
    }

    /** The same, with other rules for the processes that run it. */
    public ComponentOptions withRules(PlacementRules asked) {
      return new ComponentOptions(
          placement, deadline, implementation, maxReplicas, sandbox, module, settings, asked);
    }
  }

  /** Local calls as they are, no trails, 30 seconds a request, nothing configured. */
  public static final RuntimeOptions DEFAULT =
      new RuntimeOptions(
          "application",
          "unknown",
          false,
          false,
          Duration.ofSeconds(30),
          WireLimits.DEFAULT,
          false,
          Placement.LOCAL,
          SandboxLimits.DEFAULT,
          Map.of());

  /** Copies the map. */
  public RuntimeOptions {
    components = Map.copyOf(components);
  }

  /** The same, with local calls copied or not. */
  public RuntimeOptions withCopyLocalCalls(boolean copy) {
    return new RuntimeOptions(
        application,
        revision,
        copy,
        trails,
        requestDeadline,
        limits,
        sandboxRequired,
        placement,
        sandbox,
        components);
  }

  /** The same, with trails on or off. */
  public RuntimeOptions withTrails(boolean on) {
    return new RuntimeOptions(
        application,
        revision,
        copyLocalCalls,
        on,
        requestDeadline,
        limits,
        sandboxRequired,
        placement,
        sandbox,
        components);
  }

  /** The same, with another deadline of requests. */
  public RuntimeOptions withRequestDeadline(Duration deadline) {
    return new RuntimeOptions(
        application,
        revision,
        copyLocalCalls,
        trails,
        deadline,
        limits,
        sandboxRequired,
        placement,
        sandbox,
        components);
  }

  /** The same, with unsandboxed implementations refused or not. */
  public RuntimeOptions withSandboxRequired(boolean required) {
    return new RuntimeOptions(
        application,
        revision,
        copyLocalCalls,
        trails,
        requestDeadline,
        limits,
        required,
        placement,
        sandbox,
        components);
  }

  /** The same, with another usual placement. */
  public RuntimeOptions withPlacement(Placement usual) {
    return new RuntimeOptions(
        application,
        revision,
        copyLocalCalls,
        trails,
        requestDeadline,
        limits,
        sandboxRequired,
        usual,
        sandbox,
        components);
  }

  /** The same, with other settings by component name. */
  public RuntimeOptions withComponents(Map<String, ComponentOptions> others) {
    return new RuntimeOptions(
        application,
        revision,
        copyLocalCalls,
        trails,
        requestDeadline,
        limits,
        sandboxRequired,
        placement,
        sandbox,
        others);
  }

  ComponentOptions component(String name) {
    return components.getOrDefault(name, ComponentOptions.NONE);
  }
}
