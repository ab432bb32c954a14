package dev.heddle.sandbox.engine;

import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;

/** A runtime for WebAssembly. Safe for use by many threads. */
public interface WasmEngine {

  /**
   * Makes a module ready to be instantiated: compiles it, or takes what an earlier start compiled.
   *
   * @param digest of the module, in hexadecimal digits
   * @throws InvalidModuleException when its code is not valid
   */
  CompiledModule load(GuestModule module, GuestAbi abi, String digest);

  /** How many modules it has compiled, and not taken from an earlier start. */
  long compilations();
}
