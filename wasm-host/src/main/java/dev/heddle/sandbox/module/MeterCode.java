package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.MeterFunctions.Name;
import java.util.List;

/**
 * The instructions with which a guest spends.
 *
 * <p>Behind the module's own there are three more globals: the {@link Meter}, the bytes that may
 * still be allocated, and the meter as it was when it was last asked whether to go on. Some more
 * functions, {@link MeterFunctions}, are there, too. What was spent in excess is seen by the host
 * in the globals once the guest has trapped.
 *
 * <p>Whether to go on is asked once in each stride of fuel, {@value Meter#STRIDE}. Who spends sees
 * that another one has begun by comparing with the third global, whoever else has spent meanwhile.
 * Loops in which nobody else spends count in a local.
 */
final class MeterCode {
  private static final long NO_RESULT = -64;
  private static final long MOST_COUNTED = 1 << 30;

  private final List<DefinedType> types;
  private final int meter;
  private final MeterFunctions functions;

  MeterCode(ModuleShape module) {
    types = module.types();
    meter = module.globals();
    functions = new MeterFunctions(module);
  }

  MeterFunctions functions() {
    return functions;
  }

  /** Pays where a function begins, a turn of a loop, or before what throws. */
  void spend(InstructionWriter code, long fuel, long stack) {
    code.op(Opcode.I64_CONST, Math.min(fuel, Meter.MOST_FUEL) + (stack << Meter.STACK_SHIFT));
    functions.call(code, Name.SPEND);
  }

  /** Pays, and lets the next beginning of a function or turn of a loop find out. */
  void pay(InstructionWriter code, long fuel) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.I64_CONST, fuel)
        .op(Opcode.I64_SUB)
        .op(Opcode.GLOBAL_SET, meter);
  }

  /** Gives the stack back at the end of a function. */
  void leave(InstructionWriter code, long stack) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.I64_CONST, stack << Meter.STACK_SHIFT)
        .op(Opcode.I64_ADD)
        .op(Opcode.GLOBAL_SET, meter);
  }

  /** Takes the meter into a local, for {@link #restore}. */
  void take(InstructionWriter code, int local) {
    code.op(Opcode.GLOBAL_GET, meter).op(Opcode.LOCAL_SET, local);
  }

  /** Begins to count what is spent in a local. */
  void count(InstructionWriter code, int local) {
    code.op(Opcode.I32_CONST, 0).op(Opcode.LOCAL_SET, local);
  }

  /** Counts in a local, and pays once a stride is full. */
  void countMore(InstructionWriter code, long fuel, int local) {
    code.op(Opcode.LOCAL_GET, local)
        .op(Opcode.I32_CONST, Math.min(fuel, MOST_COUNTED))
        .op(Opcode.I32_ADD)
        .op(Opcode.LOCAL_TEE, local)
        .op(Opcode.I32_CONST, Meter.STRIDE)
        .op(Opcode.I32_GT_U)
        .op(Opcode.IF, NO_RESULT);
    functions.settle(code, local);
    code.op(Opcode.END);
  }

  /** Pays what was counted in a local, and begins anew. */
  void payCounted(InstructionWriter code, int local) {
    code.op(Opcode.LOCAL_GET, local).op(Opcode.I64_EXTEND_I32_U);
    functions.call(code, Name.SPEND);
    count(code, local);
  }

  /**
   * Takes the stack back that functions held which an exception has ended: as it was when the meter
   * was taken into a local.
   */
  void restore(InstructionWriter code, int local) {
    code.op(Opcode.GLOBAL_GET, meter)
        .op(Opcode.I64_CONST, Meter.FUEL_MASK)
        .op(Opcode.I64_AND)
        .op(Opcode.LOCAL_GET, local)
        .op(Opcode.I64_CONST, ~Meter.FUEL_MASK)
        .op(Opcode.I64_AND)
        .op(Opcode.I64_OR)
        .op(Opcode.GLOBAL_SET, meter);
  }

  /** Pays for what the instruction is about to take, before it does. */
  void allocation(InstructionWriter code, Instruction instruction) {
    switch (Allocations.of(instruction)) {
      case FIXED -> {
        code.op(Opcode.I64_CONST, fixed(instruction));
        functions.call(code, Name.ALLOCATE_BYTES);
      }
      case BY_LENGTH -> {
        code.op(Opcode.I64_CONST, element(instruction));
        functions.call(code, Name.ALLOCATE_ELEMENTS);
        if (instruction.opcode() == Opcode.TABLE_GROW) copyTable(code, instruction);
      }
      case NONE -> {
        long quarters = Allocations.quartersOfFuelForEach(instruction.opcode());
        if (quarters > 0) {
          code.op(Opcode.I64_CONST, quarters);
          functions.call(code, Name.HANDLE_ELEMENTS);
        }
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
}
