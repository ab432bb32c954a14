package dev.heddle.sandbox.module;

import static java.util.Objects.requireNonNull;

/**
 * Writes instructions in their shortest encoding, so that whoever reads them next reads what was
 * understood here.
 */
final class InstructionWriter {
  private final BinaryWriter out;

  InstructionWriter(BinaryWriter out) {
    this.out = out;
  }

  /** Writes an instruction that has at most one immediate, an index or a signed number. */
  InstructionWriter op(int opcode, long... immediates) {
    write(opcode, immediates);
    return this;
  }

  void write(Instruction instruction) {
    write(instruction.opcode(), instruction.immediates());
  }

  void write(int opcode, long[] immediates) {
    if (opcode > 0xff) {
      out.u8(opcode >> 8).u32(opcode & 0xff);
    } else {
      out.u8(opcode);
    }
    String format = requireNonNull(Opcode.immediates(opcode));
    int at = 0;
    for (int i = 0; i < format.length(); i++) at = write(format.charAt(i), immediates, at);
  }

  private int write(char kind, long[] values, int at) {
    switch (kind) {
      case 'i' -> out.u32(values[at]);
      case 's', 'l', 'h' -> out.signed(values[at]);
      case 'f' -> out.raw(values[at], 4);
      case 'd' -> out.raw(values[at], 8);
      case 'c' -> out.u8((int) values[at]);
      case 'B' -> {
        return type(values, at);
      }
      case 'm' -> {
        out.u32(values[at]).u32(values[at + 1]);
        return at + 2;
      }
      case 'L' -> {
        out.u32(values.length - 1L);
        for (long label : values) out.u32(label);
        return values.length;
      }
      case 'C' -> {
        return catches(values, at);
      }
      case 'V' -> {
        return valueTypes(values, at);
      }
      default -> throw new AssertionError(kind);
    }
    return at + 1;
  }

  private int type(long[] values, int at) {
    out.signed(values[at]);
    return values[at] < 0 ? heap((int) values[at] & 0x7f, values, at + 1) : at + 1;
  }

  private int heap(int code, long[] values, int at) {
    if (!new ValueType(code, 0).hasHeapType()) return at;
    out.signed(values[at]);
    return at + 1;
  }

  private int catches(long[] values, int from) {
    int at = from;
    long count = values[at++];
    out.u32(count);
    for (long i = 0; i < count; i++) {
      long kind = values[at++];
      out.u8((int) kind);
      if (kind < 2) out.u32(values[at++]);
      out.u32(values[at++]);
    }
    return at;
  }

  private int valueTypes(long[] values, int from) {
    int at = from;
    long count = values[at++];
    out.u32(count);
    for (long i = 0; i < count; i++) {
      int code = (int) values[at++];
      out.u8(code);
      at = heap(code, values, at);
    }
    return at;
  }
}
