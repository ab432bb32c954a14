package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.MeterFunctions.Name;
import java.util.List;

/**
 * The instructions with which a guest spends.
 *
 * <p>Behind the module's own there are two more globals, the {@link Meter} and the bytes that may
 * still be allocated, and some more functions, {@link MeterFunctions}. What was spent in excess is
 * seen by the host in the globals once the guest has trapped.
 *
 * <p>Loops in which nobody else spends have the meter in a local. They ask whether to go on each
 * time that the low bits of the fuel have run out, so that one test of these serves every turn:
 * fuel cannot run out before they do.
 */
final class MeterCode {
  private static final long NO_RESULT = -64;
  private static final int LOW_BITS = (1 << 14) - 1;

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

  /** Pays at the beginning of a function, or before what throws. */
  void enter(InstructionWriter code, long fuel, long stack) {
    code.op(Opcode.I64_CONST, Math.min(fuel, Meter.MOST_FUEL) + (stack << Meter.STACK_SHIFT));
    functions.call(code, Name.SPEND);
  }

  /** Pays for a turn of a loop. */
  void turn(InstructionWriter code, long fuel) {
    code.op(Opcode.I64_CONST, Math.min(fuel, Meter.MOST_FUEL));
    functions.call(code, Name.TURN);
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

  /** Takes the meter into a local. */
  void take(InstructionWriter code, int local) {
    code.op(Opcode.GLOBAL_GET, meter).op(Opcode.LOCAL_SET, local);
  }

  /** Brings the meter back from a local. */
  void bring(InstructionWriter code, int local) {
    code.op(Opcode.LOCAL_GET, local).op(Opcode.GLOBAL_SET, meter);
  }

  /** Pays from a local. */
  void payFrom(InstructionWriter code, long fuel, int local) {
    code.op(Opcode.LOCAL_GET, local)
        .op(Opcode.I64_CONST, Math.min(fuel, Meter.MOST_FUEL))
        .op(Opcode.I64_SUB)
        .op(Opcode.LOCAL_TEE, local);
    if (fuel > LOW_BITS) {
      functions.call(code, Name.GO_ON);
      return;
    }
    code.op(Opcode.I32_WRAP_I64)
        .op(Opcode.I32_CONST, LOW_BITS)
        .op(Opcode.I32_AND)
        .op(Opcode.I32_CONST, LOW_BITS - fuel)
        .op(Opcode.I32_GT_U)
        .op(Opcode.IF, NO_RESULT)
        .op(Opcode.LOCAL_GET, local);
    functions.call(code, Name.GO_ON);
    code.op(Opcode.END);
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
