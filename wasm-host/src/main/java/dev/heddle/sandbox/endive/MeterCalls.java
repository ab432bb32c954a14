package dev.heddle.sandbox.endive;

import static dev.heddle.sandbox.endive.MeteredMemory.MISSING;
import static dev.heddle.sandbox.endive.MeteredMemory.UNIT;

import dev.heddle.sandbox.module.Meter;
import run.endive.runtime.Instance;
import run.endive.runtime.Memory;
import run.endive.runtime.TrapException;
import run.endive.runtime.WasmException;

/**
 * What compiled code calls in place of the {@link dev.heddle.sandbox.module.Meter.Function}s of its
 * module, and does the same: in a fifth of the bytecode, of which the JVM compiles only so much in
 * one piece. Public only for that code.
 */
public final class MeterCalls {
  private MeterCalls() {}

  /** {@link Meter.Function#SPEND}. */
  public static void spend(int fuel, Memory memory) {
    MeteredMemory meter = (MeteredMemory) memory;
    if ((int) (meter.held -= fuel) < 0) meter.ask();
  }

  /** {@link Meter.Function#PAY}. */
  public static void pay(int fuel, Memory memory) {
    ((MeteredMemory) memory).held -= fuel;
  }

  /** {@link Meter.Function#COUNT}. */
  public static int count(int counted, Memory memory) {
    return counted > Meter.MOST_COUNTED ? ((MeteredMemory) memory).settle(counted) : counted;
  }

  /** {@link Meter.Function#TURN}. */
  public static int turn(int index, int paid, int fuel, Memory memory) {
    int changed = fuel < 0 ? paid - index : index - paid;
    // A constant, once this is part of the code that calls it.
    int most = (Meter.MOST_COUNTED - 1) / Math.abs(fuel) + 1;
    if (Integer.compareUnsigned(changed, most) < 0) return paid;
    ((MeteredMemory) memory).spend((long) changed * Math.abs(fuel));
    return index;
  }

  /** {@link Meter.Function#PAY_TURNS}. */
  public static void payTurns(int index, int paid, int fuel, Memory memory) {
    ((MeteredMemory) memory).held -= (index - paid) * fuel;
  }

  /** {@link Meter.Function#ENTER}. */
  public static void enter(int fuel, int stack, Memory memory) {
    MeteredMemory meter = (MeteredMemory) memory;
    if (((meter.held -= stack * UNIT + fuel) & MISSING) != 0) meter.ask();
  }

  /** {@link Meter.Function#LEAVE}. */
  public static void leave(int stack, Memory memory) {
    ((MeteredMemory) memory).held += stack * UNIT;
  }

  /** {@link Meter.Function#ALLOCATE_BYTES}. */
  public static void allocateBytes(int bytes, Memory memory) {
    ((MeteredMemory) memory).bytes -= bytes;
  }

  /** {@link Meter.Global#ALLOWANCE}. */
  public static int readAllowance(Memory memory) {
    return ((MeteredMemory) memory).allowance();
  }

  /** {@link Meter.Global#ALLOWANCE}. */
  public static void writeAllowance(int allowance, Memory memory) {
    ((MeteredMemory) memory).allowance(allowance);
  }

  /** {@link Meter.Global#STACK}. */
  public static int readStack(Memory memory) {
    return ((MeteredMemory) memory).stack();
  }

  /** {@link Meter.Global#STACK}. */
  public static void writeStack(int stack, Memory memory) {
    ((MeteredMemory) memory).stack(stack);
  }

  /** What a guest throws with an object, which takes so many bytes; with the module's first tag. */
  public static WasmException thrown(Object object, int bytes, Memory memory, Instance instance) {
    ((MeteredMemory) memory).bytes -= bytes;
    WasmException thrown =
        WasmException.builder()
            .instance(instance)
            .tagIdx(0)
            .args(new long[1])
            .refArgs(new Object[] {object})
            .build();
    instance.registerException(thrown);
    return thrown;
  }

  /** {@link Meter.Function#ALLOCATE_ELEMENTS}. */
  public static int allocateElements(int elements, int bytes, Memory memory) {
    MeteredMemory meter = (MeteredMemory) memory;
    meter.bytes -= Integer.toUnsignedLong(elements) * bytes + Meter.ARRAY_HEADER;
    if (meter.bytes < 0) throw meter.exhausted();
    return elements;
  }

  /** {@link Meter.Function#HANDLE_ELEMENTS}. */
  public static int handleElements(int elements, int quarters, Memory memory) {
    ((MeteredMemory) memory).spend(Integer.toUnsignedLong(elements) * quarters >>> 2);
    return elements;
  }

  /** A reference to a function that is about to be called. */
  public static int present(int reference) {
    if (reference == -1) throw new TrapException("null function reference");
    return reference;
  }
}
