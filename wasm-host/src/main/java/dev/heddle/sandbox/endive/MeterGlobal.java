package dev.heddle.sandbox.endive;

import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;

/**
 * The meter as a global, for functions that are interpreted since they are too large to compile.
 */
final class MeterGlobal extends GlobalInstance {
  private final MeteredMemory memory;
  private final int which;

  @SuppressWarnings("deprecation") // the builder makes no subclasses
  MeterGlobal(MeteredMemory memory, int which, ValType type) {
    super(0, 0, type, MutabilityType.Var);
    this.memory = memory;
    this.which = which;
  }

  @Override
  public long getValue() {
    return switch (which) {
      case 0 -> memory.allowance;
      case 1 -> memory.stack;
      case 2 -> memory.bytes;
      default -> memory.fuel;
    };
  }

  @Override
  public long getValueLow() {
    return getValue();
  }

  @Override
  public void setValue(long value) {
    switch (which) {
      case 0 -> memory.allowance = (int) value;
      case 1 -> memory.stack = (int) value;
      case 2 -> memory.bytes = value;
      default -> memory.fuel = value;
    }
  }

  @Override
  public void setValueLow(long value) {
    setValue(value);
  }
}
