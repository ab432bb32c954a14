package dev.heddle.sandbox.endive.objects;

import run.endive.wasm.types.PackedType;
import run.endive.wasm.types.StorageType;
import run.endive.wasm.types.ValType;

/** How a field or an element lies on the heap. */
enum Storage {
  BYTE("B"),
  SHORT("S"),
  /** Of floats, the bits. */
  INT("I"),
  /** The number of a function, or of another thing that is no object. */
  FUNCTION("I"),
  /** Of doubles, the bits. */
  LONG("J"),
  REFERENCE("Ljava/lang/Object;");

  private final String descriptor;

  Storage(String descriptor) {
    this.descriptor = descriptor;
  }

  static Storage of(StorageType type) {
    if (type.packedType() != null) return type.packedType() == PackedType.I8 ? BYTE : SHORT;
    if (type.isObjectRef()) return REFERENCE;
    if (type.isReference()) return FUNCTION;
    return switch (type.valType().opcode()) {
      case ValType.ID.I32, ValType.ID.F32 -> INT;
      case ValType.ID.I64, ValType.ID.F64 -> LONG;
      default -> throw new IllegalArgumentException("no objects hold " + type.valType());
    };
  }

  /** Of a Java field. */
  String descriptor() {
    return descriptor;
  }

  /** How the functions of {@link ArrayInstructions} call it. */
  String word() {
    return switch (this) {
      case BYTE -> "Byte";
      case SHORT -> "Short";
      case INT, FUNCTION -> "Int";
      case LONG -> "Long";
      case REFERENCE -> "Reference";
    };
  }
}
