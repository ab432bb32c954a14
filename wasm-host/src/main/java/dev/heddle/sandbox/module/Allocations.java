package dev.heddle.sandbox.module;

/** In which way an instruction takes memory from the host. */
enum Allocations {
  /** It does not. */
  NONE,
  /** As much each time. */
  FIXED,
  /** By the number on top of the stack. */
  BY_LENGTH;

  static Allocations of(Instruction instruction) {
    return switch (instruction.opcode()) {
      case Opcode.STRUCT_NEW,
          Opcode.STRUCT_NEW_DEFAULT,
          Opcode.ARRAY_NEW_FIXED,
          Opcode.REF_I31,
          Opcode.THROW ->
          FIXED;
      case Opcode.ARRAY_NEW,
          Opcode.ARRAY_NEW_DEFAULT,
          Opcode.ARRAY_NEW_DATA,
          Opcode.ARRAY_NEW_ELEM,
          Opcode.MEMORY_GROW,
          Opcode.TABLE_GROW ->
          BY_LENGTH;
      default -> NONE;
    };
  }

  /** How many quarters are one of fuel. */
  static final int QUARTERS_OF_FUEL = 4;

  /** Whether the time that an instruction takes grows with the number on top of the stack. */
  static boolean isBulk(int opcode) {
    return quartersOfFuelForEach(opcode) > 0;
  }

  /** What a bulk instruction costs for each byte, element or entry; 0 for any other one. */
  static int quartersOfFuelForEach(int opcode) {
    return switch (opcode) {
      case Opcode.MEMORY_INIT, Opcode.MEMORY_COPY, Opcode.MEMORY_FILL -> 1;
      case Opcode.ARRAY_FILL, Opcode.ARRAY_COPY, Opcode.ARRAY_INIT_DATA, Opcode.ARRAY_INIT_ELEM ->
          4;
      case Opcode.TABLE_INIT, Opcode.TABLE_COPY, Opcode.TABLE_FILL -> 16;
      default -> 0;
    };
  }
}
