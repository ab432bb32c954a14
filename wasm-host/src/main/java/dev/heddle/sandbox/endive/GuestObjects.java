package dev.heddle.sandbox.endive;

import run.endive.runtime.Memory;
import run.endive.runtime.TrapException;
import run.endive.runtime.WasmArray;
import run.endive.runtime.WasmGcRef;
import run.endive.runtime.WasmStruct;

/**
 * What compiled code does with objects, in place of the runtime's own functions that look up the
 * object's type each time. Public only for that code.
 */
public final class GuestObjects {

  private GuestObjects() {}

  /** {@code array.get_s} of bytes. */
  public static long signedByte(Object array, int index) {
    return (byte) element(array, index);
  }

  /** {@code array.get_u} of bytes. */
  public static long unsignedByte(Object array, int index) {
    return element(array, index) & 0xff;
  }

  /** {@code array.get_s} of 16-bit numbers. */
  public static long signedShort(Object array, int index) {
    return (short) element(array, index);
  }

  /** {@code array.get_u} of 16-bit numbers. */
  public static long unsignedShort(Object array, int index) {
    return element(array, index) & 0xffff;
  }

  /** {@code array.set} of bytes. */
  public static void setByte(Object array, int index, long value) {
    setElement(array, index, value & 0xff);
  }

  /** {@code array.set} of 16-bit numbers. */
  public static void setShort(Object array, int index, long value) {
    setElement(array, index, value & 0xffff);
  }

  /** {@code array.set} of whole numbers. */
  public static void setElement(Object array, int index, long value) {
    WasmArray known = array(array);
    if (index < 0 || index >= known.length()) throw outOfBounds();
    known.set(index, value);
  }

  private static long element(Object array, int index) {
    WasmArray known = array(array);
    if (index < 0 || index >= known.length()) throw outOfBounds();
    return known.get(index);
  }

  private static WasmArray array(Object array) {
    if (array == null) throw new TrapException("null array reference");
    return (WasmArray) array;
  }

  private static TrapException outOfBounds() {
    return new TrapException("out of bounds array access");
  }

  /** {@code struct.set} of a field that holds whole numbers. */
  public static void setField(Object struct, long value, int typeIndex, int field, Memory memory) {
    if (struct == null) throw new TrapException("null structure reference");
    ((WasmStruct) struct).setField(field, value);
  }

  /** {@code ref.cast}. */
  public static Object castTest(Object reference, int target, int source, Memory memory) {
    if (reference != null && matches(reference, target, memory)) return reference;
    throw new TrapException("cast failure");
  }

  /** {@code ref.cast null}. */
  public static Object castTestNull(Object reference, int target, int source, Memory memory) {
    if (reference == null || matches(reference, target, memory)) return reference;
    throw new TrapException("cast failure");
  }

  /** {@code ref.test}. */
  public static int refTest(Object reference, int target, int source, Memory memory) {
    return reference != null && matches(reference, target, memory) ? 1 : 0;
  }

  /** {@code ref.test null}. */
  public static int refTestNull(Object reference, int target, int source, Memory memory) {
    return reference == null || matches(reference, target, memory) ? 1 : 0;
  }

  /** {@code br_on_cast} and {@code br_on_cast_fail}. */
  public static boolean heapTypeMatch(
      Object reference, boolean nullable, int target, int source, Memory memory) {
    return reference == null ? nullable : matches(reference, target, memory);
  }

  private static boolean matches(Object reference, int target, Memory memory) {
    if (target >= 0 && reference instanceof WasmGcRef object) {
      int actual = object.typeIdx();
      return actual == target || ((MeteredMemory) memory).types().isSubtype(actual, target);
    }
    return ((MeteredMemory) memory).types().matches(reference, target);
  }
}
