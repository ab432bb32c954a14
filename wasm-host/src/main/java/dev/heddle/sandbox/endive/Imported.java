package dev.heddle.sandbox.endive;

import org.jspecify.annotations.Nullable;
import run.endive.runtime.CallResult;
import run.endive.runtime.Instance;
import run.endive.runtime.WasmFunctionHandle;

/** A function of the host as the runtime calls it: what it throws goes through the guest. */
final class Imported implements WasmFunctionHandle {
  private static final long[] NO_NUMBERS = {};
  private static final @Nullable Object[] NO_REFERENCES = {};

  /** What the function does with its arguments, each in the array of its kind at its position. */
  @FunctionalInterface
  interface Body {
    /** The result: a {@link Long}, a reference, or null for a null reference or nothing. */
    @Nullable Object run(long[] numbers, @Nullable Object[] references);
  }

  private final Body body;
  private final boolean returnsReference;

  Imported(Body body, boolean returnsReference) {
    this.body = body;
    this.returnsReference = returnsReference;
  }

  @Override
  public long[] apply(Instance instance, long... arguments) {
    Object result = run(arguments, NO_REFERENCES);
    return result instanceof Long number ? new long[] {number} : NO_NUMBERS;
  }

  @Override
  public CallResult applyWithRefs(
      Instance instance, long[] arguments, @Nullable Object @Nullable [] references) {
    Object result = run(arguments, references == null ? NO_REFERENCES : references);
    if (returnsReference) return CallResult.of(new long[1], new @Nullable Object[] {result});
    return CallResult.of(result instanceof Long number ? new long[] {number} : NO_NUMBERS, null);
  }

  private @Nullable Object run(long[] numbers, @Nullable Object[] references) {
    try {
      return body.run(numbers, references);
    } catch (RuntimeException e) {
      throw new HostFailure(e);
    }
  }
}
