package dev.heddle.core;

import dev.heddle.component.spi.MethodDescriptor;
import java.util.concurrent.Callable;

/**
 * Is told of every call, at the price of the direct path: none is taken while there is an observer.
 * Safe for use by many threads.
 */
@FunctionalInterface
public interface CallObserver {

  /**
   * Makes the call, once, and returns or throws what it does.
   *
   * @param caller name of the calling component
   * @param callee name of the called component
   */
  <R> R observe(
      String caller, String callee, MethodDescriptor method, Placement placement, Callable<R> call)
      throws Exception;
}
