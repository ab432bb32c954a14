package dev.heddle.wasm;

import dev.heddle.component.capability.RandomSource;
import java.time.InstantSource;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;

/** Functions of the host that are there only for who was granted a capability. */
enum Grant {
  NANOS("nanos", InstantSource.class, "Sandboxable code takes the time from a capability."),
  INSTANT("instant", InstantSource.class, "Sandboxable code takes the time from a capability."),
  ENTROPY("entropy", RandomSource.class, "Sandboxable code takes randomness from a capability.");

  /** What stands before their names in a module's imports. */
  static final String MODULE = "heddle.";

  /** The class that declares them. */
  private static final String IMPORTS = "dev.heddle.wasm.guest.Imports";

  private final String function;
  private final Class<?> capability;
  private final String rule;

  Grant(String function, Class<?> capability, String rule) {
    this.function = function;
    this.capability = capability;
    this.rule = rule;
  }

  String function() {
    return function;
  }

  /** How the class declares it. */
  MethodReference method() {
    return this == INSTANT
        ? new MethodReference(IMPORTS, function, ValueType.INTEGER, ValueType.LONG)
        : new MethodReference(IMPORTS, function, ValueType.LONG);
  }

  String rule() {
    return rule;
  }

  String remedy() {
    return "Take " + capability.getSimpleName() + " as a parameter of the constructor.";
  }

  boolean isOf(Candidate candidate) {
    return candidate.dependencies().stream()
        .anyMatch(dependency -> dependency.type() == capability);
  }
}
