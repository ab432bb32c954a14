package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.module.Meter.Global;
import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;

/**
 * The meter as a global, for functions that are interpreted since they are too large to compile.
 */
final class MeterGlobal extends GlobalInstance {
  private final MeteredMemory memory;
  private final Global which;

  @SuppressWarnings("deprecation") // the builder makes no subclasses
  MeterGlobal(MeteredMemory memory, Global which) {
    super(0, 0, which.narrow() ? ValType.I32 : ValType.I64, MutabilityType.Var);
    this.memory = memory;
    this.which = which;
  }

  @Override
  public long getValue() {
    return switch (which) {
      case ALLOWANCE -> memory.allowance();
      case STACK -> memory.stack();
      case BYTES -> memory.bytes;
      case FUEL -> memory.fuel;
    };
  }

  @Override
  public long getValueLow() {
    return getValue();
  }

  @Override
  public void setValue(long value) {
    switch (which) {
      case ALLOWANCE -> memory.allowance((int) value);
      case STACK -> memory.stack((int) value);
      case BYTES -> memory.bytes = value;
      case FUEL -> memory.fuel = value;
    }
  }

  @Override
  public void setValueLow(long value) {
    setValue(value);
  }
}
