package dev.heddle.sandbox.engine;

import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.GuestModule;
import java.util.Optional;
import java.util.Set;

/** A runtime for WebAssembly. Safe for use by many threads. */
public interface WasmEngine {

  /**
   * What {@link #compile} kept of a module, by this process or by an earlier one; empty when there
   * is nothing. The module needs no other look: with these grants it was found to have no problems.
   *
   * @param digest of the module, in hexadecimal digits
   */
  Optional<CompiledModule> compiled(GuestAbi abi, Set<Grant> grants, String digest);

  /**
   * Makes a module ready to be instantiated.
   *
   * @param module one that has no problems with these grants
   * @param digest of the module, in hexadecimal digits
   * @throws InvalidModuleException when its code is not valid
   */
  CompiledModule compile(GuestModule module, GuestAbi abi, Set<Grant> grants, String digest);

  /** How many modules it has compiled. */
  long compilations();
}
