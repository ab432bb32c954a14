package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.Meter.Function;
import java.util.List;

/**
 * The instructions with which a guest spends.
 *
 * <p>Behind the module's own there are the globals of {@link Meter} and its functions. What was
 * spent in excess is seen by the host in the globals once the guest has trapped, or has ended.
 */
final class MeterCode {
  private final List<DefinedType> types;
  private final MeterFunctions functions;

  MeterCode(ModuleShape module) {
    types = module.types();
    functions = new MeterFunctions(module);
  }

  MeterFunctions functions() {
    return functions;
  }

  /** Pays where a turn of a loop begins, or a longer piece of code. */
  void spend(InstructionWriter code, long fuel) {
    functions.call(code, Function.SPEND, fuel);
  }

  /** Pays and takes stack, where a function begins or before what throws. */
  void enter(InstructionWriter code, long fuel, long stack) {
    if (stack == 0) {
      spend(code, fuel);
    } else {
      functions.number(code, fuel);
      functions.call(code, Function.ENTER, stack);
    }
  }

  /** Pays, and lets the next beginning of a function or turn of a loop find out. */
  void pay(InstructionWriter code, long fuel) {
    functions.call(code, Function.PAY, fuel);
  }

  /** Gives the stack back at the end of a function. */
  void leave(InstructionWriter code, long stack) {
    functions.call(code, Function.LEAVE, stack);
  }

  /** Takes what is left of the stack into a local, for {@link #restore}. */
  void take(InstructionWriter code, int local) {
    code.op(Opcode.GLOBAL_GET, functions.stack()).op(Opcode.LOCAL_SET, local);
  }

  /**
   * Takes the stack back that functions held which an exception has ended: as it was when it was
   * taken into a local.
   */
  void restore(InstructionWriter code, int local) {
    code.op(Opcode.LOCAL_GET, local).op(Opcode.GLOBAL_SET, functions.stack());
  }

  /** Pays for what the instruction is about to take, before it does. */
  void allocation(InstructionWriter code, Instruction instruction) {
    switch (Allocations.of(instruction)) {
      case FIXED -> {
        long bytes = Allocation.fixed(instruction, types);
        functions.call(code, Function.ALLOCATE_BYTES, bytes);
      }
      case BY_LENGTH -> {
        functions.call(code, Function.ALLOCATE_ELEMENTS, element(instruction));
        if (instruction.opcode() == Opcode.TABLE_GROW) copyTable(code, instruction);
      }
      case NONE -> {
        long quarters = Allocations.quartersOfFuelForEach(instruction.opcode());
        if (quarters > 0) functions.call(code, Function.HANDLE_ELEMENTS, quarters);
      }
    }
  }

  /** A table that grows is copied, however little it grows. */
  private void copyTable(InstructionWriter code, Instruction instruction) {
    code.op(Opcode.TABLE_SIZE, instruction.index());
    functions.call(code, Function.HANDLE_ELEMENTS, Allocations.QUARTERS_OF_FUEL);
    code.op(Opcode.DROP);
  }

  private long element(Instruction instruction) {
    return switch (instruction.opcode()) {
      case Opcode.MEMORY_GROW -> Allocation.PAGE;
      case Opcode.TABLE_GROW -> Allocation.TABLE_ENTRY;
      default -> Allocation.ofElement(instruction, types);
    };
  }
}
