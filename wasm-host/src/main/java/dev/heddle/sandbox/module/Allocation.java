package dev.heddle.sandbox.module;

import java.util.List;

/**
 * What objects of the guest take on the host's heap, in bytes: an object of two arrays, one of
 * 64-bit numbers and one of references.
 */
final class Allocation {
  static final long SMALL_INTEGER = 16;
  static final long ARRAY_HEADER = 64;
  static final long PAGE = 65_536;
  static final long TABLE_ENTRY = 16;
  static final long EXCEPTION = 160;

  private static final long STRUCT_HEADER = 64;
  private static final long NUMBER = 8;
  private static final long NUMBER_AND_REFERENCE = 12;

  private Allocation() {}

  static long ofStruct(Instruction instruction, List<DefinedType> types) {
    List<ValueType> fields = struct(instruction, types).fields();
    boolean references = fields.stream().anyMatch(ValueType::isReference);
    return STRUCT_HEADER + fields.size() * (references ? NUMBER_AND_REFERENCE : NUMBER);
  }

  static long ofArray(Instruction instruction, List<DefinedType> types, long length) {
    return ARRAY_HEADER + length * ofElement(instruction, types);
  }

  static long ofElement(Instruction instruction, List<DefinedType> types) {
    return array(instruction, types).element().isReference() ? NUMBER_AND_REFERENCE : NUMBER;
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
