package dev.heddle.sandbox.module;

import java.util.List;

/**
 * The instructions with which a guest spends.
 *
 * <p>Behind the module's own there are two more globals, the {@link Meter} and the bytes that may
 * still be allocated, and three more functions: to allocate a number of bytes, to allocate a number
 * of elements, and to pay for handling a number of elements. What was spent in excess is seen by
 * the host in the globals once the guest has trapped.
 */
final class MeterCode {
  private static final long NO_RESULT = -64;
  private static final int QUARTERS_SHIFT = 2;

  private final List<DefinedType> types;
  private final int meter;
  private final int bytes;
  private final int allocate;

  MeterCode(ModuleShape module) {
    types = module.types();
    meter = module.globals();
    bytes = meter + 1;
    allocate = module.functions().size();
  }

  /** Pays at the beginning of a function. */
  void enter(InstructionWriter code, long fuel, long stack, int local) {
    spend(code, Math.min(fuel, Meter.MOST_FUEL) + (stack << Meter.STACK_SHIFT), local);
  }

  /** Pays, and lets the next beginning of a function or turn of a loop find out. */
  void pay(InstructionWriter code, long fuel) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.I64_CONST, fuel)
        .op(Opcode.I64_SUB)
        .op(Opcode.GLOBAL_SET, meter);
  }

  /** Pays for a turn of a loop. */
  void turn(InstructionWriter code, long fuel, int local) {
    spend(code, Math.min(fuel, Meter.MOST_FUEL), local);
  }

  private void spend(InstructionWriter code, long amount, int local) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.I64_CONST, amount)
        .op(Opcode.I64_SUB)
        .op(Opcode.LOCAL_TEE, local)
        .op(Opcode.GLOBAL_SET, meter)
        .op(Opcode.LOCAL_GET, local);
    stopWithoutGuards(code);
  }

  private static void stopWithoutGuards(InstructionWriter code) {
    code.op(Opcode.I64_CONST, Meter.GUARDS)
        .op(Opcode.I64_AND)
        .op(Opcode.I64_CONST, Meter.GUARDS)
        .op(Opcode.I64_NE);
    stopIf(code);
  }

  private static void stopIf(InstructionWriter code) {
    code.op(Opcode.IF, NO_RESULT).op(Opcode.UNREACHABLE).op(Opcode.END);
  }

  /** Gives the stack back at the end of a function. */
  void leave(InstructionWriter code, long stack) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.I64_CONST, stack << Meter.STACK_SHIFT)
        .op(Opcode.I64_ADD)
        .op(Opcode.GLOBAL_SET, meter);
  }

  /** Keeps the meter of the function's beginning, in the local behind {@code local}. */
  void remember(InstructionWriter code, int local) {
    code.op(Opcode.GLOBAL_GET, meter).op(Opcode.LOCAL_SET, local + 1L);
  }

  /** Takes the stack back that functions held which an exception has ended. */
  void restore(InstructionWriter code, int local) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.I64_CONST, Meter.FUEL_MASK)
        .op(Opcode.I64_AND)
        .op(Opcode.LOCAL_GET, local + 1L)
        .op(Opcode.I64_CONST, ~Meter.FUEL_MASK)
        .op(Opcode.I64_AND)
        .op(Opcode.I64_OR)
        .op(Opcode.GLOBAL_SET, meter);
  }

  /** Pays for what the instruction is about to take, before it does. */
  void allocation(InstructionWriter code, Instruction instruction) {
    switch (Allocations.of(instruction)) {
      case FIXED -> code.op(Opcode.I64_CONST, fixed(instruction)).op(Opcode.CALL, allocate);
      case BY_LENGTH -> {
        code.op(Opcode.I64_CONST, element(instruction)).op(Opcode.CALL, allocate + 1L);
        if (instruction.opcode() == Opcode.TABLE_GROW) copyTable(code, instruction);
      }
      case NONE -> {
        long quarters = Allocations.quartersOfFuelForEach(instruction.opcode());
        if (quarters > 0) code.op(Opcode.I64_CONST, quarters).op(Opcode.CALL, allocate + 2L);
      }
    }
  }

  /** A table that grows is copied, however little it grows. */
  private void copyTable(InstructionWriter code, Instruction instruction) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.TABLE_SIZE, instruction.index())
        .op(Opcode.I64_EXTEND_I32_U)
        .op(Opcode.I64_SUB)
        .op(Opcode.GLOBAL_SET, meter);
  }

  private long fixed(Instruction instruction) {
    return switch (instruction.opcode()) {
      case Opcode.ARRAY_NEW_FIXED ->
          Allocation.ofArray(instruction, types, instruction.immediates()[1]);
      case Opcode.REF_I31 -> Allocation.SMALL_INTEGER;
      case Opcode.THROW -> Allocation.EXCEPTION;
      default -> Allocation.ofStruct(instruction, types);
    };
  }

  private long element(Instruction instruction) {
    return switch (instruction.opcode()) {
      case Opcode.MEMORY_GROW -> Allocation.PAGE;
      case Opcode.TABLE_GROW -> Allocation.TABLE_ENTRY;
      default -> Allocation.ofElement(instruction, types);
    };
  }

  /** The types of the three functions, in their order. */
  static List<DefinedType.Function> helperTypes() {
    ValueType i32 = new ValueType(ValueType.I32, 0);
    ValueType i64 = new ValueType(ValueType.I64, 0);
    return List.of(
        new DefinedType.Function(List.of(i64), List.of()),
        new DefinedType.Function(List.of(i32, i64), List.of(i32)),
        new DefinedType.Function(List.of(i32, i64), List.of(i32)));
  }

  /** The bodies of the three functions, in their order. */
  List<BinaryWriter> helpers() {
    return List.of(allocateBytes(), allocateElements(), handleElements());
  }

  private BinaryWriter allocateBytes() {
    BinaryWriter out = new BinaryWriter(32).u32(0);
    InstructionWriter code = new InstructionWriter(out);
    code.op(Opcode.GLOBAL_GET, bytes).op(Opcode.LOCAL_GET, 0).op(Opcode.I64_SUB);
    code.op(Opcode.LOCAL_TEE, 0).op(Opcode.GLOBAL_SET, bytes).op(Opcode.LOCAL_GET, 0);
    code.op(Opcode.I64_CONST, 0).op(Opcode.I64_LT_S);
    stopIf(code);
    code.op(Opcode.END);
    return out;
  }

  private BinaryWriter allocateElements() {
    BinaryWriter out = new BinaryWriter(48).u32(0);
    InstructionWriter code = new InstructionWriter(out);
    code.op(Opcode.GLOBAL_GET, bytes);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I64_EXTEND_I32_U).op(Opcode.LOCAL_GET, 1);
    code.op(Opcode.I64_MUL).op(Opcode.I64_SUB);
    code.op(Opcode.I64_CONST, Allocation.ARRAY_HEADER).op(Opcode.I64_SUB);
    code.op(Opcode.LOCAL_TEE, 1).op(Opcode.GLOBAL_SET, bytes).op(Opcode.LOCAL_GET, 1);
    code.op(Opcode.I64_CONST, 0).op(Opcode.I64_LT_S);
    stopIf(code);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.END);
    return out;
  }

  private BinaryWriter handleElements() {
    BinaryWriter out = new BinaryWriter(48).u32(0);
    InstructionWriter code = new InstructionWriter(out);
    code.op(Opcode.GLOBAL_GET, meter);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I64_EXTEND_I32_U);
    code.op(Opcode.LOCAL_GET, 1).op(Opcode.I64_MUL);
    code.op(Opcode.I64_CONST, QUARTERS_SHIFT).op(Opcode.I64_SHR_U).op(Opcode.I64_SUB);
    code.op(Opcode.LOCAL_TEE, 1).op(Opcode.GLOBAL_SET, meter).op(Opcode.LOCAL_GET, 1);
    stopWithoutGuards(code);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.END);
    return out;
  }
}
