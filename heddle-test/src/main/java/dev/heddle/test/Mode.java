package dev.heddle.test;

/** A way of calling components that a test class is run in. */
public enum Mode {
  /** Calls go straight to the implementation. */
  LOCAL,

  /**
   * Each call is encoded and decoded on its way and runs on another thread, as if the component
   * were elsewhere. Finds code that changes an object after it was passed, relies on identity or on
   * what is bound to a thread, or passes null.
   */
  COPY,

  /**
   * Components with {@code runtime = WASM} run as WebAssembly in the sandbox, as they do where they
   * are placed {@code sandboxed}; fakes do not. Needs {@code dev.heddle:wasm-host} on the class
   * path and modules, which the goal {@code sandbox} of heddle-maven-plugin makes.
   */
  SANDBOXED,

  /**
   * Components run in a second process, as those do that are placed {@code remote}; fakes and
   * capabilities stay in the test's, and the components use them there. Those of {@code runtime =
   * JVM} stay, too. The second process is started once for all tests of a run, in about a second.
   * Needs {@code dev.heddle:transport-grpc} on the class path.
   */
  REMOTE
}
