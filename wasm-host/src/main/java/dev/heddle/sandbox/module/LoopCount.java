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

  /** The most that there may be to pay. */
  long most();

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
    public long most() {
      return Meter.MOST_COUNTED;
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
   * Takes an index for the count; the local has where it was when turns were paid last, and at
   * first a turn before the loop: what is paid is then never less than for all turns that have
   * begun. Of a loop that it compiles with an index, too, the JVM finds before it that it passes no
   * limit.
   */
  record Indexed(InstructionWriter code, MeterFunctions functions, int local, Index index)
      implements LoopCount {
    /** For each number by which the index has changed. */
    private long fuel() {
      return Math.ceilDiv(index.turn(), Math.abs(index.step())) * Integer.signum(index.step());
    }

    @Override
    public void begin() {
      code.op(Opcode.LOCAL_GET, index.local()).op(Opcode.I32_CONST, index.step());
      code.op(Opcode.I32_SUB).op(Opcode.LOCAL_SET, local);
    }

    @Override
    public void turn(long fuel) {
      call(Function.TURN);
      code.op(Opcode.LOCAL_SET, local);
    }

    @Override
    public void more(long fuel) {
      // What is short is part of what a turn costs.
      if (fuel > FunctionCosts.IN_ADVANCE) functions.call(code, Function.SPEND, fuel);
    }

    @Override
    public long most() {
      return Meter.MOST_COUNTED + fuel() * index.step();
    }

    @Override
    public void pay() {
      call(Function.PAY_TURNS);
    }

    @Override
    public void spend() {
      pay();
      functions.call(code, Function.SPEND, 0);
      code.op(Opcode.LOCAL_GET, index.local()).op(Opcode.LOCAL_SET, local);
    }

    private void call(Function function) {
      code.op(Opcode.LOCAL_GET, index.local()).op(Opcode.LOCAL_GET, local);
      code.op(Opcode.I32_CONST, fuel());
      functions.call(code, function);
    }
  }
}
