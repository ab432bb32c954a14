package dev.heddle.sandbox.engine;

/** A module that is ready to be instantiated. Safe for use by many threads. */
public interface CompiledModule {

  /**
   * Makes an instance that is ready to be called.
   *
   * @param host what it may call, on the thread that calls it
   * @param budget what making it may use
   * @throws GuestTrapException when its start fails
   */
  GuestInstance instantiate(HostFunctions host, Budget budget);
}
