package dev.heddle.sandbox.endive;

import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;

/**
 * The way into a Java guest without the arrays that the runtime's own way takes. Generated for each
 * module; public only for that.
 */
@FunctionalInterface
public interface GuestEntry {
  /** Calls the exported function {@code heddle_invoke}. */
  @Nullable Object invoke(int method, Object request, Memory memory, Instance instance);
}
