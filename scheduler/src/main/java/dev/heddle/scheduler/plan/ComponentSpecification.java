package dev.heddle.scheduler.plan;

import java.util.Optional;
import java.util.Set;

/**
 * A component, and what must hold of its placement. Immutable.
 *
 * @param name unique among the components
 * @param runtime what runs it
 * @param memoryBytes what it takes in each process that holds it
 * @param maxReplicas in how many processes it may be at most; 0 for any number
 * @param pin what somebody asked for, if anybody did
 * @param sandboxRequired whether it may run in the sandbox only
 * @param together names of components that must be in the same processes
 * @param apart names of components that may be in no process with it
 * @param residency labels of which a process must have one to hold it; none for any process
 */
public record ComponentSpecification(
    String name,
    Runtime runtime,
    long memoryBytes,
    int maxReplicas,
    Optional<Pin> pin,
    boolean sandboxRequired,
    Set<String> together,
    Set<String> apart,
    Set<String> residency) {
  /** What a component takes in a process, where nobody knows better: 16 MB. */
  public static final long USUAL_MEMORY = 16L << 20;

  /** Copies the sets. */
  public ComponentSpecification {
    together = Set.copyOf(together);
    apart = Set.copyOf(apart);
    residency = Set.copyOf(residency);
  }

  /** A sandboxable component that may be anywhere. */
  public static ComponentSpecification of(String name) {
    return new ComponentSpecification(
        name, Runtime.WASM, USUAL_MEMORY, 0, Optional.empty(), false, Set.of(), Set.of(), Set.of());
  }

  /** The same, run by another runtime. */
  public ComponentSpecification withRuntime(Runtime other) {
    return new ComponentSpecification(
        name, other, memoryBytes, maxReplicas, pin, sandboxRequired, together, apart, residency);
  }

  /** The same, with another size. */
  public ComponentSpecification withMemory(long bytes) {
    return new ComponentSpecification(
        name, runtime, bytes, maxReplicas, pin, sandboxRequired, together, apart, residency);
  }

  /** The same, in at most so many processes. */
  public ComponentSpecification withMaxReplicas(int most) {
    return new ComponentSpecification(
        name, runtime, memoryBytes, most, pin, sandboxRequired, together, apart, residency);
  }

  /** The same, asked for at a place. */
  public ComponentSpecification pinned(Place place, String by) {
    return new ComponentSpecification(
        name,
        runtime,
        memoryBytes,
        maxReplicas,
        Optional.of(new Pin(place, by)),
        sandboxRequired,
        together,
        apart,
        residency);
  }

  /** The same, in the sandbox only. */
  public ComponentSpecification onlySandboxed() {
    return new ComponentSpecification(
        name, runtime, memoryBytes, maxReplicas, pin, true, together, apart, residency);
  }

  /** The same, in the processes of others. */
  public ComponentSpecification togetherWith(String... others) {
    return new ComponentSpecification(
        name,
        runtime,
        memoryBytes,
        maxReplicas,
        pin,
        sandboxRequired,
        Set.of(others),
        apart,
        residency);
  }

  /** The same, in no process with others. */
  public ComponentSpecification apartFrom(String... others) {
    return new ComponentSpecification(
        name,
        runtime,
        memoryBytes,
        maxReplicas,
        pin,
        sandboxRequired,
        together,
        Set.of(others),
        residency);
  }

  /** The same, only in processes with one of these labels. */
  public ComponentSpecification residentIn(String... labels) {
    return new ComponentSpecification(
        name,
        runtime,
        memoryBytes,
        maxReplicas,
        pin,
        sandboxRequired,
        together,
        apart,
        Set.of(labels));
  }
}
