package dev.heddle.sandbox.module;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One instruction.
 *
 * @param opcode its byte, or its prefix and number as {@code 0xfbNN}
 * @param offset where it stands in the module
 * @param immediates what follows the opcode, flattened
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and never seen outside this package
record Instruction(int opcode, int offset, long[] immediates) {
  private static final long[] NONE = {};
  private static final int[] NO_LABELS = {};
  private static final int NO_TYPE = 0x40;

  int index() {
    return (int) immediates[0];
  }

  static Instruction read(BinaryReader in) {
    int offset = in.position();
    int opcode = in.u8();
    if (Opcode.isPrefix(opcode)) {
      int number = in.count();
      opcode = opcode << 8 | Math.min(number, 0xff);
    }
    String format = Opcode.immediates(opcode);
    if (format == null) {
      throw new MalformedModuleException(
          offset, "instruction 0x%02x, which is not supported".formatted(opcode));
    }
    return new Instruction(opcode, offset, read(in, format));
  }

  private static long[] read(BinaryReader in, String format) {
    if (format.isEmpty()) return NONE;
    Immediates values = new Immediates();
    for (int i = 0; i < format.length(); i++) read(in, format.charAt(i), values);
    return values.toArray();
  }

  private static void read(BinaryReader in, char kind, Immediates values) {
    switch (kind) {
      case 'i' -> values.add(in.count());
      case 's' -> values.add(in.s32());
      case 'l' -> values.add(in.s64());
      case 'f' -> values.add(in.raw(4));
      case 'd' -> values.add(in.raw(8));
      case 'h' -> values.add(ValueType.readHeap(in));
      case 'c' -> values.add(flags(in));
      case 'B' -> blockType(in, values);
      case 'm' -> memoryArgument(in, values);
      case 'L' -> labels(in, values);
      case 'C' -> catches(in, values);
      case 'V' -> valueTypes(in, values);
      default -> throw new AssertionError(kind);
    }
  }

  private static int flags(BinaryReader in) {
    int flags = in.u8();
    if (flags > 3) throw in.malformed("unknown flags of a cast");
    return flags;
  }

  /** Nothing, a value type, or the index of a function type. */
  private static void blockType(BinaryReader in, Immediates values) {
    int at = in.position();
    long value = in.s33();
    values.add(value);
    if (value >= 0) return;
    if (value < -64) throw new MalformedModuleException(at, "unknown type of a block");
    int code = (int) value & 0x7f;
    if (code == NO_TYPE) return;
    ValueType type = ValueType.of(code, at, in);
    if (type.hasHeapType()) values.add(type.heap());
  }

  private static void memoryArgument(BinaryReader in, Immediates values) {
    int alignment = in.count();
    if (alignment > 4) throw in.malformed("alignment too large, or more than one memory");
    values.add(alignment);
    values.add(in.u32());
  }

  private static void labels(BinaryReader in, Immediates values) {
    int count = in.entries();
    for (int i = 0; i <= count; i++) values.add(in.count());
  }

  /** The number of catches, then for each its kind, its tag (two of the kinds) and its label. */
  private static void catches(BinaryReader in, Immediates values) {
    int count = in.entries();
    values.add(count);
    for (int i = 0; i < count; i++) {
      int kind = in.u8();
      if (kind > 3) throw in.malformed("unknown kind of catch");
      values.add(kind);
      if (kind < 2) values.add(in.count());
      values.add(in.count());
    }
  }

  private static void valueTypes(BinaryReader in, Immediates values) {
    int count = in.entries();
    values.add(count);
    for (int i = 0; i < count; i++) {
      ValueType type = ValueType.read(in);
      values.add(type.code());
      if (type.hasHeapType()) values.add(type.heap());
    }
  }

  /** A growing array of numbers. */
  private static final class Immediates {
    private long[] values = new long[4];
    private int size;

    void add(long value) {
      if (size == values.length) values = Arrays.copyOf(values, size * 2);
      values[size++] = value;
    }

    long[] toArray() {
      return size == values.length ? values : Arrays.copyOf(values, size);
    }
  }

  /** The labels that a catch clause of this {@code try_table} goes to, null for anything else. */
  int @Nullable [] catchLabels() {
    if (opcode != Opcode.TRY_TABLE) return null;
    int at = blockTypeLength();
    int[] labels = new int[(int) immediates[at++]];
    for (int i = 0; i < labels.length; i++) {
      at += immediates[at] < 2 ? 2 : 1;
      labels[i] = (int) immediates[at++];
    }
    return labels;
  }

  /** The labels that it may branch to, counted from where it stands. */
  int[] labels() {
    return switch (opcode) {
      case Opcode.BR, Opcode.BR_IF, Opcode.BR_ON_NULL, Opcode.BR_ON_NON_NULL ->
          new int[] {(int) immediates[0]};
      case Opcode.BR_ON_CAST, Opcode.BR_ON_CAST_FAIL -> new int[] {(int) immediates[1]};
      case Opcode.BR_TABLE -> Arrays.stream(immediates).mapToInt(each -> (int) each).toArray();
      default -> Objects.requireNonNullElse(catchLabels(), NO_LABELS);
    };
  }

  /** How many of the immediates are the block's type. */
  int blockTypeLength() {
    boolean heap = immediates[0] < 0 && new ValueType((int) immediates[0] & 0x7f, 0).hasHeapType();
    return heap ? 2 : 1;
  }
}
