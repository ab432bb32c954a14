package dev.heddle.sandbox.endive;

import run.endive.runtime.GlobalInstance;
import run.endive.wasm.types.MutabilityType;
import run.endive.wasm.types.ValType;

/**
 * The meter as a global, for functions that are interpreted since they are too large to compile.
 */
final class MeterGlobal extends GlobalInstance {
  private final MeteredMemory memory;
  private final boolean bytes;

  @SuppressWarnings("deprecation") // the builder makes no subclasses
  MeterGlobal(MeteredMemory memory, boolean bytes) {
    super(0, 0, ValType.I64, MutabilityType.Var);
    this.memory = memory;
    this.bytes = bytes;
  }

  @Override
  public long getValue() {
    return bytes ? memory.bytes : memory.meter;
  }

  @Override
  public long getValueLow() {
    return getValue();
  }

  @Override
  public void setValue(long value) {
    if (bytes) {
      memory.bytes = value;
    } else {
      memory.meter = value;
    }
  }

  @Override
  public void setValueLow(long value) {
    setValue(value);
  }
}
