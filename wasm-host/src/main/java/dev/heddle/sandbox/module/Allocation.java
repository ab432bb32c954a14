package dev.heddle.sandbox.module;

import java.util.List;

/**
 * What objects of the guest take on the host's heap, in bytes, at most: a struct has its fields
 * beside each other, and an array is an object around one of Java's. References are counted at 8
 * bytes, which they take in a heap of more than 32 GB.
 */
final class Allocation {
  static final long SMALL_INTEGER = 16;
  static final long PAGE = 65_536;
  static final long TABLE_ENTRY = 16;
  static final long EXCEPTION = 160;

  private static final long STRUCT_HEADER = 24;

  private Allocation() {}

  /** What an instruction takes that takes as much each time. */
  static long fixed(Instruction instruction, List<DefinedType> types) {
    return switch (instruction.opcode()) {
      case Opcode.ARRAY_NEW_FIXED -> ofArray(instruction, types, instruction.immediates()[1]);
      case Opcode.REF_I31 -> SMALL_INTEGER;
      case Opcode.THROW -> EXCEPTION;
      default -> ofStruct(instruction, types);
    };
  }

  static long ofStruct(Instruction instruction, List<DefinedType> types) {
    long fields = 0;
    for (ValueType field : struct(instruction, types).fields()) fields += field.bytes();
    return STRUCT_HEADER + fields;
  }

  static long ofArray(Instruction instruction, List<DefinedType> types, long length) {
    return Meter.ARRAY_HEADER + length * ofElement(instruction, types);
  }

  static long ofElement(Instruction instruction, List<DefinedType> types) {
    return array(instruction, types).element().bytes();
  }

  static DefinedType.Struct struct(Instruction instruction, List<DefinedType> types) {
    if (type(instruction, types) instanceof DefinedType.Struct struct) return struct;
    throw new MalformedModuleException(instruction.offset(), "struct of another type");
  }

  static DefinedType.Array array(Instruction instruction, List<DefinedType> types) {
    if (type(instruction, types) instanceof DefinedType.Array array) return array;
    throw new MalformedModuleException(instruction.offset(), "array of another type");
  }

  static DefinedType type(Instruction instruction, List<DefinedType> types) {
    int index = instruction.index();
    if (index < 0 || index >= types.size()) {
      throw new MalformedModuleException(instruction.offset(), "no type " + index);
    }
    return types.get(index);
  }
}
