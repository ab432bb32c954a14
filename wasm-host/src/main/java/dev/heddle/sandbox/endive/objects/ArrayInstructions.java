package dev.heddle.sandbox.endive.objects;

import dev.heddle.sandbox.endive.objects.GuestArray.OfBytes;
import dev.heddle.sandbox.endive.objects.GuestArray.OfInts;
import dev.heddle.sandbox.endive.objects.GuestArray.OfLongs;
import dev.heddle.sandbox.endive.objects.GuestArray.OfReferences;
import dev.heddle.sandbox.endive.objects.GuestArray.OfShorts;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import run.endive.runtime.Instance;
import run.endive.runtime.TrapException;

/**
 * What compiled code does with arrays: its instructions, by the width of the elements. Null, a
 * wrong type or an index out of bounds is thrown by the JVM itself, and is a trap of the guest.
 */
@SuppressWarnings("unused") // compiled code calls all of it
public final class ArrayInstructions {
  private ArrayInstructions() {}

  /** {@code array.get_s}. */
  public static int getSignedByte(Object array, int index) {
    return ((OfBytes) array).elements[index];
  }

  /** {@code array.get_u}. */
  public static int getByte(Object array, int index) {
    return ((OfBytes) array).elements[index] & 0xff;
  }

  /** {@code array.get_s}. */
  public static int getSignedShort(Object array, int index) {
    return (short) ((OfShorts) array).elements[index];
  }

  /** {@code array.get_u}. */
  public static int getShort(Object array, int index) {
    return ((OfShorts) array).elements[index];
  }

  /** {@code array.get}. */
  public static int getInt(Object array, int index) {
    return ((OfInts) array).elements[index];
  }

  /** {@code array.get}. */
  public static long getLong(Object array, int index) {
    return ((OfLongs) array).elements[index];
  }

  /** {@code array.get}. */
  public static @Nullable Object getReference(Object array, int index) {
    return ((OfReferences) array).elements[index];
  }

  /** {@code array.set}. */
  public static void setByte(Object array, int index, int value) {
    ((OfBytes) array).elements[index] = (byte) value;
  }

  /** {@code array.set}. */
  public static void setShort(Object array, int index, int value) {
    ((OfShorts) array).elements[index] = (char) value;
  }

  /** {@code array.set}. */
  public static void setInt(Object array, int index, int value) {
    ((OfInts) array).elements[index] = value;
  }

  /** {@code array.set}. */
  public static void setLong(Object array, int index, long value) {
    ((OfLongs) array).elements[index] = value;
  }

  /** {@code array.set}. */
  public static void setReference(Object array, int index, Object value) {
    ((OfReferences) array).elements[index] = value;
  }

  /** {@code array.new_default}. */
  public static Object defaultByte(int length, int type) {
    return new OfBytes(type, new byte[length]);
  }

  /** {@code array.new_default}. */
  public static Object defaultShort(int length, int type) {
    return new OfShorts(type, new char[length]);
  }

  /** {@code array.new_default}. */
  public static Object defaultInt(int length, int type) {
    return new OfInts(type, new int[length]);
  }

  /** {@code array.new_default}. */
  public static Object defaultFunction(int length, int type) {
    return newInt(GuestArray.NULL_FUNCTION, length, type);
  }

  /** {@code array.new_default}. */
  public static Object defaultLong(int length, int type) {
    return new OfLongs(type, new long[length]);
  }

  /** {@code array.new_default}. */
  public static Object defaultReference(int length, int type) {
    return new OfReferences(type, new Object[length]);
  }

  /** {@code array.new}. */
  public static Object newByte(long value, int length, int type) {
    byte[] elements = new byte[length];
    if ((byte) value != 0) Arrays.fill(elements, (byte) value);
    return new OfBytes(type, elements);
  }

  /** {@code array.new}. */
  public static Object newShort(long value, int length, int type) {
    char[] elements = new char[length];
    if ((char) value != 0) Arrays.fill(elements, (char) value);
    return new OfShorts(type, elements);
  }

  /** {@code array.new}. */
  public static Object newInt(long value, int length, int type) {
    int[] elements = new int[length];
    if ((int) value != 0) Arrays.fill(elements, (int) value);
    return new OfInts(type, elements);
  }

  /** {@code array.new}. */
  public static Object newLong(long value, int length, int type) {
    long[] elements = new long[length];
    if (value != 0) Arrays.fill(elements, value);
    return new OfLongs(type, elements);
  }

  /** {@code array.new}. */
  public static Object newReference(Object value, int length, int type) {
    Object[] elements = new Object[length];
    Arrays.fill(elements, value);
    return new OfReferences(type, elements);
  }

  /** {@code array.new_fixed}. */
  public static Object fixedByte(long[] values, int type) {
    byte[] elements = new byte[values.length];
    for (int i = 0; i < values.length; i++) elements[i] = (byte) values[i];
    return new OfBytes(type, elements);
  }

  /** {@code array.new_fixed}. */
  public static Object fixedShort(long[] values, int type) {
    char[] elements = new char[values.length];
    for (int i = 0; i < values.length; i++) elements[i] = (char) values[i];
    return new OfShorts(type, elements);
  }

  /** {@code array.new_fixed}. */
  public static Object fixedInt(long[] values, int type) {
    int[] elements = new int[values.length];
    for (int i = 0; i < values.length; i++) elements[i] = (int) values[i];
    return new OfInts(type, elements);
  }

  /** {@code array.new_fixed}. */
  public static Object fixedLong(long[] values, int type) {
    return new OfLongs(type, values);
  }

  /** {@code array.new_fixed}. */
  public static Object fixedReference(Object[] values, int type) {
    return new OfReferences(type, values);
  }

  /** {@code array.fill}. */
  public static void fillByte(Object array, int from, long value, int count) {
    Arrays.fill(((OfBytes) array).elements, from, end(from, count), (byte) value);
  }

  /** {@code array.fill}. */
  public static void fillShort(Object array, int from, long value, int count) {
    Arrays.fill(((OfShorts) array).elements, from, end(from, count), (char) value);
  }

  /** {@code array.fill}. */
  public static void fillInt(Object array, int from, long value, int count) {
    Arrays.fill(((OfInts) array).elements, from, end(from, count), (int) value);
  }

  /** {@code array.fill}. */
  public static void fillLong(Object array, int from, long value, int count) {
    Arrays.fill(((OfLongs) array).elements, from, end(from, count), value);
  }

  /** {@code array.fill}. */
  public static void fillReference(Object array, int from, Object value, int count) {
    Arrays.fill(((OfReferences) array).elements, from, end(from, count), value);
  }

  private static int end(int from, int count) {
    if (from < 0 || count < 0 || from + count < 0) throw outOfBounds();
    return from + count;
  }

  /** {@code array.copy}. */
  public static void copy(Object to, int at, Object source, int from, int count) {
    ((GuestArray) to).copy(at, (GuestArray) source, from, count);
  }

  /** {@code array.new_data}. */
  public static Object dataByte(int from, int count, int type, int data, Instance instance) {
    return loaded((OfBytes) defaultByte(count, type), from, data, instance);
  }

  /** {@code array.new_data}. */
  public static Object dataShort(int from, int count, int type, int data, Instance instance) {
    return loaded((OfShorts) defaultShort(count, type), from, data, instance);
  }

  /** {@code array.new_data}. */
  public static Object dataInt(int from, int count, int type, int data, Instance instance) {
    return loaded((OfInts) defaultInt(count, type), from, data, instance);
  }

  /** {@code array.new_data}. */
  public static Object dataLong(int from, int count, int type, int data, Instance instance) {
    return loaded((OfLongs) defaultLong(count, type), from, data, instance);
  }

  private static Object loaded(GuestArray array, int from, int data, Instance instance) {
    load(array, 0, from, array.length, array.typeIdx(), data, instance);
    return array;
  }

  /** {@code array.init_data}. */
  public static void load(
      Object array, int to, int from, int count, int type, int data, Instance instance) {
    GuestArray known = (GuestArray) array;
    byte[] bytes = instance.dataSegmentData(data);
    boolean inData = from >= 0 && from + (long) count * known.width() <= bytes.length;
    if (!inData) throw new TrapException("out of bounds memory access");
    if (to < 0 || count < 0 || to + (long) count > known.length) throw outOfBounds();
    known.load(to, bytes, from, count);
  }

  private static TrapException outOfBounds() {
    return new TrapException("out of bounds array access");
  }
}
