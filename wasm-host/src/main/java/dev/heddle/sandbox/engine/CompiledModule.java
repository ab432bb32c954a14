package dev.heddle.sandbox.engine;

/** A module that is ready to be instantiated. Safe for use by many threads. */
public interface CompiledModule {

  /**
   * Makes an instance, which is to be given a budget and to be started before it is called.
   *
   * @param host what it may call, on the thread that calls it
   * @throws GuestTrapException when that fails
   */
  GuestInstance instantiate(HostFunctions host);
}
