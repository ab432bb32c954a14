package dev.heddle.scheduler.plan;

/** What runs a component. */
public enum Runtime {
  /** It can be put into the sandbox, here or at a replica. */
  WASM,
  /** It runs in the application's process alone, outside of the sandbox. */
  JVM
}
