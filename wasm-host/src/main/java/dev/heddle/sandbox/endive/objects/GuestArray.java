package dev.heddle.sandbox.endive.objects;

import run.endive.runtime.WasmGcRef;

/** An array of a guest. Public only for compiled code. */
public abstract sealed class GuestArray implements WasmGcRef {
  /** The bits of a null reference to a function. */
  static final int NULL_FUNCTION = -1;

  /** How many elements it has. */
  public final int length;

  private final int type;

  private GuestArray(int type, int length) {
    this.type = type;
    this.length = length;
  }

  @Override
  public final int typeIdx() {
    return type;
  }

  abstract void copy(int to, GuestArray source, int from, int count);

  /** How many bytes an element has in a module's data. */
  abstract int width();

  /** Sets elements from a module's data. */
  abstract void load(int to, byte[] data, int from, int count);

  /** Of 8-bit numbers. */
  public static final class OfBytes extends GuestArray {
    /** The elements themselves. */
    public final byte[] elements;

    /** Around elements. */
    public OfBytes(int type, byte[] elements) {
      super(type, elements.length);
      this.elements = elements;
    }

    @Override
    void copy(int to, GuestArray source, int from, int count) {
      System.arraycopy(((OfBytes) source).elements, from, elements, to, count);
    }

    @Override
    int width() {
      return Byte.BYTES;
    }

    @Override
    void load(int to, byte[] data, int from, int count) {
      System.arraycopy(data, from, elements, to, count);
    }
  }

  /** Of 16-bit numbers, which characters of strings are. */
  public static final class OfShorts extends GuestArray {
    /** The elements themselves. */
    public final char[] elements;

    OfShorts(int type, char[] elements) {
      super(type, elements.length);
      this.elements = elements;
    }

    @Override
    void copy(int to, GuestArray source, int from, int count) {
      System.arraycopy(((OfShorts) source).elements, from, elements, to, count);
    }

    @Override
    int width() {
      return Short.BYTES;
    }

    @Override
    void load(int to, byte[] data, int from, int count) {
      for (int i = 0; i < count; i++) {
        elements[to + i] = (char) LittleEndian.number(data, from + i * Short.BYTES, Short.BYTES);
      }
    }
  }

  /** Of 32-bit numbers, bits of floats, and functions. */
  public static final class OfInts extends GuestArray {
    final int[] elements;

    OfInts(int type, int[] elements) {
      super(type, elements.length);
      this.elements = elements;
    }

    @Override
    void copy(int to, GuestArray source, int from, int count) {
      System.arraycopy(((OfInts) source).elements, from, elements, to, count);
    }

    @Override
    int width() {
      return Integer.BYTES;
    }

    @Override
    void load(int to, byte[] data, int from, int count) {
      for (int i = 0; i < count; i++) {
        elements[to + i] = (int) LittleEndian.number(data, from + i * Integer.BYTES, Integer.BYTES);
      }
    }
  }

  /** Of 64-bit numbers, and bits of doubles. */
  public static final class OfLongs extends GuestArray {
    final long[] elements;

    OfLongs(int type, long[] elements) {
      super(type, elements.length);
      this.elements = elements;
    }

    @Override
    void copy(int to, GuestArray source, int from, int count) {
      System.arraycopy(((OfLongs) source).elements, from, elements, to, count);
    }

    @Override
    int width() {
      return Long.BYTES;
    }

    @Override
    void load(int to, byte[] data, int from, int count) {
      for (int i = 0; i < count; i++) {
        elements[to + i] = LittleEndian.number(data, from + i * Long.BYTES, Long.BYTES);
      }
    }
  }

  /** Of references to other objects. */
  public static final class OfReferences extends GuestArray {
    final Object[] elements;

    OfReferences(int type, Object[] elements) {
      super(type, elements.length);
      this.elements = elements;
    }

    @Override
    void copy(int to, GuestArray source, int from, int count) {
      System.arraycopy(((OfReferences) source).elements, from, elements, to, count);
    }

    @Override
    int width() {
      return Integer.BYTES;
    }

    @Override
    void load(int to, byte[] data, int from, int count) {
      throw new IllegalStateException("data is not of references");
    }
  }
}
