package dev.heddle.sandbox.module;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What constant expressions may consist of, and what their values take. */
final class Constants {

  private Constants() {}

  /**
   * What one instruction of a constant expression allocates, in bytes.
   *
   * @param previous the instruction before it
   */
  static long size(
      Instruction instruction, @Nullable Instruction previous, List<DefinedType> types) {
    return switch (instruction.opcode()) {
      case Opcode.STRUCT_NEW, Opcode.STRUCT_NEW_DEFAULT -> Allocation.ofStruct(instruction, types);
      case Opcode.ARRAY_NEW, Opcode.ARRAY_NEW_DEFAULT ->
          Allocation.ofArray(instruction, types, length(instruction, previous));
      case Opcode.ARRAY_NEW_FIXED ->
          Allocation.ofArray(instruction, types, instruction.immediates()[1]);
      case Opcode.REF_I31 -> Allocation.SMALL_INTEGER;
      case Opcode.I32_CONST,
          Opcode.I64_CONST,
          0x43, // f32.const
          0x44, // f64.const
          0x6a, // i32.add
          0x6b, // i32.sub
          0x6c, // i32.mul
          Opcode.I64_ADD,
          Opcode.I64_SUB,
          Opcode.I64_MUL,
          Opcode.GLOBAL_GET,
          Opcode.REF_NULL,
          Opcode.REF_FUNC,
          0xfb1a, // any.convert_extern
          0xfb1b -> // extern.convert_any
          0;
      default ->
          throw new MalformedModuleException(
              instruction.offset(), "instruction that is not constant");
    };
  }

  private static long length(Instruction instruction, @Nullable Instruction previous) {
    if (previous == null || previous.opcode() != Opcode.I32_CONST) {
      throw new MalformedModuleException(
          instruction.offset(), "array whose length is not written before it");
    }
    return previous.immediates()[0] & 0xffff_ffffL;
  }
}
