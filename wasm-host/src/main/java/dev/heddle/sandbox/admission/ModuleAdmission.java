package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import dev.heddle.sandbox.module.ModuleProblem;
import java.util.List;
import java.util.Set;

/** Finds out whether a module can be compiled without harm to whoever does. */
@FunctionalInterface
public interface ModuleAdmission {

  /**
   * Judges a module.
   *
   * @param digest of the module, in hexadecimal digits
   * @return why it is refused; nothing when it is admitted
   */
  List<ModuleProblem> judge(byte[] module, GuestAbi abi, Set<Grant> grants, String digest);
}
