package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.LoopIndexes.Index;
import dev.heddle.sandbox.module.Meter.Function;

/** How it is known what a loop has cost in which nobody else spends, with a local of its own. */
sealed interface LoopCount {
  /** Before the loop. */
  void begin();

  /** Where a turn begins. */
  void turn(long fuel);

  /** Where a part of a turn begins. */
  void more(long fuel);

  /** Pays where the loop is left. */
  void pay();

  /** The same, and asks whether to go on; then the loop may go on, too. */
  void spend();

  /** Counts in the local, and pays once that is much. */
  record Counted(InstructionWriter code, MeterFunctions functions, int local) implements LoopCount {
    @Override
    public void begin() {
      code.op(Opcode.I32_CONST, 0).op(Opcode.LOCAL_SET, local);
    }

    @Override
    public void turn(long fuel) {
      more(fuel);
    }

    @Override
    public void more(long fuel) {
      code.op(Opcode.LOCAL_GET, local);
      functions.number(code, fuel);
      code.op(Opcode.I32_ADD);
      functions.call(code, Function.COUNT);
      code.op(Opcode.LOCAL_SET, local);
    }

    @Override
    public void pay() {
      code.op(Opcode.LOCAL_GET, local);
      functions.call(code, Function.PAY);
    }

    @Override
    public void spend() {
      code.op(Opcode.LOCAL_GET, local);
      functions.call(code, Function.SPEND);
      begin();
    }
  }

  /**
   * Takes an index for the count; the local has where it was when the loop began, or last paid. Of
   * a loop that it compiles with an index, too, the JVM finds before it that it passes no limit.
   */
  record Indexed(InstructionWriter code, MeterFunctions functions, int local, Index index)
      implements LoopCount {
    private static final long NO_RESULT = -64;

    /** For each number by which the index has changed. */
    private long fuel() {
      return Math.ceilDiv(index.turn(), Math.abs(index.step()));
    }

    @Override
    public void begin() {
      code.op(Opcode.LOCAL_GET, index.local()).op(Opcode.LOCAL_SET, local);
    }

    @Override
    public void turn(long fuel) {
      changed();
      code.op(Opcode.I32_CONST, Math.max(1, Meter.MOST_COUNTED / fuel()));
      code.op(Opcode.I32_GE_U).op(Opcode.IF, NO_RESULT);
      spend();
      code.op(Opcode.END);
    }

    @Override
    public void more(long fuel) {
      // It is part of what a turn costs.
    }

    @Override
    public void pay() {
      changed();
      code.op(Opcode.I32_CONST, fuel()).op(Opcode.I32_MUL);
      // The turn in which the loop is left.
      code.op(Opcode.I32_CONST, index.turn()).op(Opcode.I32_ADD);
      functions.call(code, Function.PAY);
    }

    @Override
    public void spend() {
      changed();
      code.op(Opcode.I32_CONST, fuel()).op(Opcode.I32_MUL);
      functions.call(code, Function.SPEND);
      begin();
    }

    private void changed() {
      boolean up = index.step() > 0;
      code.op(Opcode.LOCAL_GET, up ? index.local() : local);
      code.op(Opcode.LOCAL_GET, up ? local : index.local()).op(Opcode.I32_SUB);
    }
  }
}
