package dev.heddle.component.spi;

import java.util.Optional;

/**
 * Says while an application is built whether a host would take a sandbox's module. A host
 * implements it, the build finds it by {@link java.util.ServiceLoader}. Safe for use by many
 * threads.
 */
public interface ModuleCheck {

  /** What is wrong with a module, empty if nothing is. */
  Optional<Fault> fault(byte[] module);

  /**
   * What is wrong with a module.
   *
   * @param method the Java method at fault, as {@code package.Class.method}; empty when unknown
   * @param found what was found, in words
   */
  record Fault(String method, String found) {}
}
