package dev.heddle.sandbox.admission;

import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestAbi.Grant;
import java.util.Set;

/** Finds out whether a module can be compiled without harm to whoever does. */
@FunctionalInterface
public interface ModuleAdmission {

  /**
   * Judges a module. Whatever the module is, this throws nothing.
   *
   * @param digest of the module, in hexadecimal digits
   */
  AdmissionVerdict judge(byte[] module, GuestAbi abi, Set<Grant> grants, String digest);
}
