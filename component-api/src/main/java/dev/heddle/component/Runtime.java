package dev.heddle.component;

/** Where a component's implementation can run. */
public enum Runtime {
  /**
   * Plain Java that also compiles to WebAssembly: other components, capabilities and the supported
   * part of the JDK; no Spring, threads, files or sockets. It may run sandboxed, in any process.
   */
  WASM,

  /** An ordinary Spring bean. It runs unsandboxed, and is marked so wherever it is shown. */
  JVM
}
