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
  MeterGlobal(MeteredMemory memory, int which) {
    super(0, 0, ValType.I64, MutabilityType.Var);
    this.memory = memory;
    this.which = which;
  }

  @Override
  public long getValue() {
    return switch (which) {
      case 0 -> memory.meter;
      case 1 -> memory.bytes;
      default -> memory.asked;
    };
  }

  @Override
  public long getValueLow() {
    return getValue();
  }

  @Override
  public void setValue(long value) {
    switch (which) {
      case 0 -> memory.meter = value;
      case 1 -> memory.bytes = value;
      default -> memory.asked = value;
    }
  }

  @Override
  public void setValueLow(long value) {
    setValue(value);
  }
}
