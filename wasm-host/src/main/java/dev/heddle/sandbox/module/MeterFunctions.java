package dev.heddle.sandbox.module;

import java.util.Arrays;
import java.util.List;

/** The functions that are added to a module, so that what is done often is written once. */
final class MeterFunctions {
  private static final long NO_RESULT = -64;
  private static final int QUARTERS_SHIFT = 2;
  private static final ValueType I32 = new ValueType(ValueType.I32, 0);
  private static final ValueType I64 = new ValueType(ValueType.I64, 0);

  /** What they are for, in their order behind the module's own. */
  enum Name {
    ALLOCATE_BYTES(List.of(I64), List.of()),
    ALLOCATE_ELEMENTS(List.of(I32, I64), List.of(I32)),
    /** Pays for a number of elements, at so many quarters of fuel for each. */
    HANDLE_ELEMENTS(List.of(I32, I64), List.of(I32)),
    /** Pays, and asks whether to go on when another stride has begun since that was last asked. */
    SPEND(List.of(I64), List.of());

    final DefinedType.Function type;

    Name(List<ValueType> parameters, List<ValueType> results) {
      type = new DefinedType.Function(parameters, results);
    }
  }

  private final int first;
  private final int meter;
  private final int bytes;
  private final int asked;

  MeterFunctions(ModuleShape module) {
    first = module.functions().size();
    meter = module.globals();
    bytes = meter + 1;
    asked = meter + 2;
  }

  void call(InstructionWriter code, Name function) {
    code.op(Opcode.CALL, index(function));
  }

  /** The index of one of them. */
  int index(Name function) {
    return first + function.ordinal();
  }

  static List<DefinedType.Function> types() {
    return Arrays.stream(Name.values()).map(each -> each.type).toList();
  }

  /** Their bodies, in their order. */
  List<BinaryWriter> bodies() {
    return Arrays.stream(Name.values()).map(this::body).toList();
  }

  private BinaryWriter body(Name function) {
    BinaryWriter out = new BinaryWriter(48).u32(0);
    InstructionWriter code = new InstructionWriter(out);
    switch (function) {
      case ALLOCATE_BYTES -> allocateBytes(code);
      case ALLOCATE_ELEMENTS -> allocateElements(code);
      case HANDLE_ELEMENTS -> handleElements(code);
      case SPEND -> spend(code);
    }
    code.op(Opcode.END);
    return out;
  }

  private void allocateBytes(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, bytes).op(Opcode.LOCAL_GET, 0).op(Opcode.I64_SUB);
    stopBelowZero(code, 0);
  }

  private void allocateElements(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, bytes);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I64_EXTEND_I32_U).op(Opcode.LOCAL_GET, 1);
    code.op(Opcode.I64_MUL).op(Opcode.I64_SUB);
    code.op(Opcode.I64_CONST, Allocation.ARRAY_HEADER).op(Opcode.I64_SUB);
    stopBelowZero(code, 1);
    code.op(Opcode.LOCAL_GET, 0);
  }

  private void handleElements(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, meter);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I64_EXTEND_I32_U);
    code.op(Opcode.LOCAL_GET, 1).op(Opcode.I64_MUL);
    code.op(Opcode.I64_CONST, QUARTERS_SHIFT).op(Opcode.I64_SHR_U).op(Opcode.I64_SUB);
    code.op(Opcode.LOCAL_TEE, 1).op(Opcode.GLOBAL_SET, meter).op(Opcode.LOCAL_GET, 1);
    stopWithoutGuards(code);
    code.op(Opcode.LOCAL_GET, 0);
  }

  private void spend(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, meter).op(Opcode.LOCAL_GET, 0).op(Opcode.I64_SUB);
    code.op(Opcode.GLOBAL_SET, meter);
    // The bits of strides and guards tell in one test whether anything is to be asked.
    code.op(Opcode.GLOBAL_GET, meter).op(Opcode.GLOBAL_GET, asked).op(Opcode.I64_XOR);
    code.op(Opcode.I64_CONST, Meter.STRIDES_AND_GUARDS).op(Opcode.I64_AND);
    code.op(Opcode.I64_CONST, 0).op(Opcode.I64_NE).op(Opcode.IF, NO_RESULT);
    ask(code);
    code.op(Opcode.END);
  }

  /**
   * Pays what was counted in a local, and asks whether to go on.
   *
   * <p>A call of what is seldom called would cost more: behind it the JVM knows nothing any more of
   * what objects hold, and so reads in each turn of a loop what it could read before.
   */
  void settle(InstructionWriter code, int counted) {
    code.op(Opcode.GLOBAL_GET, meter);
    code.op(Opcode.LOCAL_GET, counted).op(Opcode.I64_EXTEND_I32_U).op(Opcode.I64_SUB);
    code.op(Opcode.GLOBAL_SET, meter);
    code.op(Opcode.I32_CONST, 0).op(Opcode.LOCAL_SET, counted);
    ask(code);
  }

  /** Stops the guest when the meter has run out, or another thread has said so. */
  private void ask(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, meter).op(Opcode.I64_CONST, Meter.GUARDS).op(Opcode.I64_AND);
    code.op(Opcode.I64_CONST, Meter.GUARDS).op(Opcode.I64_NE);
    code.op(Opcode.GLOBAL_GET, asked).op(Opcode.I64_EQZ).op(Opcode.I32_OR);
    stopIf(code);
    code.op(Opcode.GLOBAL_GET, meter).op(Opcode.GLOBAL_SET, asked);
  }

  private void stopBelowZero(InstructionWriter code, int local) {
    code.op(Opcode.LOCAL_TEE, local).op(Opcode.GLOBAL_SET, bytes).op(Opcode.LOCAL_GET, local);
    code.op(Opcode.I64_CONST, 0).op(Opcode.I64_LT_S);
    stopIf(code);
  }

  private static void stopWithoutGuards(InstructionWriter code) {
    code.op(Opcode.I64_CONST, Meter.GUARDS).op(Opcode.I64_AND);
    code.op(Opcode.I64_CONST, Meter.GUARDS).op(Opcode.I64_NE);
    stopIf(code);
  }

  private static void stopIf(InstructionWriter code) {
    code.op(Opcode.IF, NO_RESULT).op(Opcode.UNREACHABLE).op(Opcode.END);
  }
}
