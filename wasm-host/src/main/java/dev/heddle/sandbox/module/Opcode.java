package dev.heddle.sandbox.module;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The instructions that are understood: WebAssembly 1.0, sign extension, saturating conversions,
 * bulk memory, reference types, several values, tail calls, typed function references, garbage
 * collection and exception handling. Vectors, threads and the older form of exceptions are not.
 *
 * <p>The immediates of an instruction are a text with one letter for each: {@code B} block type,
 * {@code i} index or other unsigned number, {@code s} and {@code l} signed number of 32 and 64
 * bits, {@code f} and {@code d} floating-point number of 32 and 64 bits, {@code h} heap type,
 * {@code m} alignment and offset, {@code L} labels, {@code C} catches, {@code V} value types,
 * {@code c} two flags.
 */
final class Opcode {
  static final int UNREACHABLE = 0x00;
  static final int BLOCK = 0x02;
  static final int LOOP = 0x03;
  static final int IF = 0x04;
  static final int ELSE = 0x05;
  static final int THROW = 0x08;
  static final int THROW_REF = 0x0a;
  static final int END = 0x0b;
  static final int BR = 0x0c;
  static final int BR_IF = 0x0d;
  static final int BR_TABLE = 0x0e;
  static final int RETURN = 0x0f;
  static final int CALL = 0x10;
  static final int CALL_INDIRECT = 0x11;
  static final int RETURN_CALL = 0x12;
  static final int RETURN_CALL_INDIRECT = 0x13;
  static final int CALL_REF = 0x14;
  static final int RETURN_CALL_REF = 0x15;
  static final int TRY_TABLE = 0x1f;
  static final int DROP = 0x1a;
  static final int SELECT = 0x1b;
  static final int LOCAL_GET = 0x20;
  static final int LOCAL_SET = 0x21;
  static final int LOCAL_TEE = 0x22;
  static final int GLOBAL_GET = 0x23;
  static final int GLOBAL_SET = 0x24;
  static final int MEMORY_GROW = 0x40;
  static final int I32_CONST = 0x41;
  static final int I64_CONST = 0x42;
  static final int I32_LT_S = 0x48;
  static final int I32_GT_U = 0x4b;
  static final int I32_GE_U = 0x4f;
  static final int I64_LT_S = 0x53;
  static final int I32_ADD = 0x6a;
  static final int I32_SUB = 0x6b;
  static final int I32_MUL = 0x6c;
  static final int I64_ADD = 0x7c;
  static final int I64_SUB = 0x7d;
  static final int I64_MUL = 0x7e;
  static final int I64_OR = 0x84;
  static final int I64_SHR_U = 0x88;
  static final int I32_WRAP_I64 = 0xa7;
  static final int I64_EXTEND_I32_S = 0xac;
  static final int I64_EXTEND_I32_U = 0xad;
  static final int REF_NULL = 0xd0;
  static final int REF_FUNC = 0xd2;
  static final int BR_ON_NULL = 0xd5;
  static final int BR_ON_NON_NULL = 0xd6;
  static final int STRUCT_NEW = 0xfb00;
  static final int STRUCT_NEW_DEFAULT = 0xfb01;
  static final int STRUCT_SET = 0xfb05;
  static final int ARRAY_NEW = 0xfb06;
  static final int ARRAY_NEW_DEFAULT = 0xfb07;
  static final int ARRAY_NEW_FIXED = 0xfb08;
  static final int ARRAY_NEW_DATA = 0xfb09;
  static final int ARRAY_NEW_ELEM = 0xfb0a;
  static final int ARRAY_LEN = 0xfb0f;
  static final int ARRAY_FILL = 0xfb10;
  static final int ARRAY_COPY = 0xfb11;
  static final int ARRAY_INIT_DATA = 0xfb12;
  static final int ARRAY_INIT_ELEM = 0xfb13;
  static final int BR_ON_CAST = 0xfb18;
  static final int BR_ON_CAST_FAIL = 0xfb19;
  static final int REF_I31 = 0xfb1c;
  static final int MEMORY_INIT = 0xfc08;
  static final int MEMORY_COPY = 0xfc0a;
  static final int MEMORY_FILL = 0xfc0b;
  static final int TABLE_INIT = 0xfc0c;
  static final int TABLE_COPY = 0xfc0e;
  static final int TABLE_GROW = 0xfc0f;
  static final int TABLE_SIZE = 0xfc10;
  static final int TABLE_FILL = 0xfc11;

  private static final @Nullable String[] PLAIN = new @Nullable String[256];

  private static final String[] GARBAGE_COLLECTED = {
    "i", "i", "ii", "ii", "ii", "ii", "i", "i", "ii", "ii", "ii", "i", "i", "i", "i", "", "i", "ii",
    "ii", "ii", "h", "h", "h", "h", "cihh", "cihh", "", "", "", "", ""
  };

  private static final String[] BULK = {
    "", "", "", "", "", "", "", "", "ii", "i", "ii", "i", "ii", "i", "ii", "i", "i", "i"
  };

  static {
    set("", 0x00, 0x01, ELSE, THROW_REF, END, RETURN, DROP, SELECT, 0xd1, 0xd3, 0xd4);
    set("B", BLOCK, LOOP, IF);
    set("BC", TRY_TABLE);
    set("L", BR_TABLE);
    set("i", THROW, BR, BR_IF, CALL, RETURN_CALL, CALL_REF, RETURN_CALL_REF, REF_FUNC);
    set("i", BR_ON_NULL, BR_ON_NON_NULL, 0x3f, MEMORY_GROW);
    set("ii", CALL_INDIRECT, RETURN_CALL_INDIRECT);
    set("V", 0x1c);
    set("h", REF_NULL);
    Arrays.fill(PLAIN, LOCAL_GET, 0x27, "i");
    Arrays.fill(PLAIN, 0x28, 0x3f, "m");
    Arrays.fill(PLAIN, 0x45, 0xc5, "");
    PLAIN[I32_CONST] = "s";
    PLAIN[I64_CONST] = "l";
    PLAIN[0x43] = "f";
    PLAIN[0x44] = "d";
  }

  private Opcode() {}

  private static void set(String immediates, int... opcodes) {
    for (int opcode : opcodes) PLAIN[opcode] = immediates;
  }

  /** What follows an instruction, null for one that is not understood. */
  static @Nullable String immediates(int opcode) {
    if (opcode < 0x100) return PLAIN[opcode];
    int index = opcode & 0xff;
    return switch (opcode >> 8) {
      case 0xfb -> index < GARBAGE_COLLECTED.length ? GARBAGE_COLLECTED[index] : null;
      case 0xfc -> index < BULK.length ? BULK[index] : null;
      default -> null;
    };
  }

  /** Whether what follows the opcode's first byte is the rest of the opcode. */
  static boolean isPrefix(int first) {
    return first == 0xfb || first == 0xfc;
  }

  static boolean opensBlock(int opcode) {
    return opcode == BLOCK || opcode == LOOP || opcode == IF || opcode == TRY_TABLE;
  }

  static boolean calls(int opcode) {
    return opcode >= CALL && opcode <= RETURN_CALL_REF;
  }

  static boolean callsInPlaceOfReturning(int opcode) {
    return opcode == RETURN_CALL || opcode == RETURN_CALL_INDIRECT || opcode == RETURN_CALL_REF;
  }

  /** Whether control goes on elsewhere for certain, and in one place. */
  static boolean alwaysLeaves(int opcode) {
    return switch (opcode) {
      case BR, RETURN, THROW, THROW_REF, UNREACHABLE -> true;
      default -> false;
    };
  }
}
