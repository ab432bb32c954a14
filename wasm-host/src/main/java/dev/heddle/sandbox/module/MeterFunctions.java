package dev.heddle.sandbox.module;

import dev.heddle.sandbox.module.Meter.Function;
import java.util.Arrays;
import java.util.List;

/**
 * The functions that are added to a module, behind its own, so that what is done often is written
 * once. Of compiled modules a runtime may have shorter ones in their place.
 */
final class MeterFunctions {
  private static final long NO_RESULT = -64;
  private static final int QUARTERS_SHIFT = 2;
  private static final ValueType I32 = new ValueType(ValueType.I32, 0);

  private final int first;
  private final int globals;

  MeterFunctions(ModuleShape module) {
    first = module.functions().size();
    globals = module.globals();
  }

  int allowance() {
    return globals + Meter.Global.ALLOWANCE.ordinal();
  }

  int stack() {
    return globals + Meter.Global.STACK.ordinal();
  }

  private int bytes() {
    return globals + Meter.Global.BYTES.ordinal();
  }

  private int fuel() {
    return globals + Meter.Global.FUEL.ordinal();
  }

  /** Calls one with a number. */
  void call(InstructionWriter code, Function function, long number) {
    number(code, number);
    call(code, function);
  }

  void number(InstructionWriter code, long number) {
    code.op(Opcode.I32_CONST, Math.min(number, Meter.MOST_AT_ONCE));
  }

  void call(InstructionWriter code, Function function) {
    code.op(Opcode.CALL, first + function.ordinal());
  }

  static List<DefinedType.Function> types() {
    return Arrays.stream(Function.values()).map(MeterFunctions::type).toList();
  }

  private static DefinedType.Function type(Function function) {
    return switch (function) {
      case SPEND, PAY, LEAVE, ALLOCATE_BYTES -> new DefinedType.Function(List.of(I32), List.of());
      case ENTER -> new DefinedType.Function(List.of(I32, I32), List.of());
      case COUNT -> new DefinedType.Function(List.of(I32), List.of(I32));
      case TURN -> new DefinedType.Function(List.of(I32, I32, I32), List.of(I32));
      case PAY_TURNS -> new DefinedType.Function(List.of(I32, I32, I32), List.of());
      case ALLOCATE_ELEMENTS, HANDLE_ELEMENTS ->
          new DefinedType.Function(List.of(I32, I32), List.of(I32));
    };
  }

  /** Their bodies, in their order. */
  List<BinaryWriter> bodies() {
    return Arrays.stream(Function.values()).map(this::body).toList();
  }

  private BinaryWriter body(Function function) {
    BinaryWriter out = new BinaryWriter(64).u32(0);
    InstructionWriter code = new InstructionWriter(out);
    switch (function) {
      case SPEND -> spend(code);
      case PAY -> add(code, allowance(), Opcode.I32_SUB, 0);
      case COUNT -> count(code);
      case TURN -> turn(code);
      case PAY_TURNS -> {
        code.op(Opcode.GLOBAL_GET, allowance());
        ofTurns(code);
        code.op(Opcode.I32_SUB).op(Opcode.GLOBAL_SET, allowance());
      }
      case ENTER -> enter(code);
      case LEAVE -> add(code, stack(), Opcode.I32_ADD, 0);
      case ALLOCATE_BYTES -> {
        code.op(Opcode.GLOBAL_GET, bytes()).op(Opcode.LOCAL_GET, 0);
        code.op(Opcode.I64_EXTEND_I32_S).op(Opcode.I64_SUB).op(Opcode.GLOBAL_SET, bytes());
      }
      case ALLOCATE_ELEMENTS -> allocateElements(code);
      case HANDLE_ELEMENTS -> handleElements(code);
    }
    code.op(Opcode.END);
    return out;
  }

  private static void add(InstructionWriter code, int global, int addition, int local) {
    code.op(Opcode.GLOBAL_GET, global).op(Opcode.LOCAL_GET, local).op(addition);
    code.op(Opcode.GLOBAL_SET, global);
  }

  private void spend(InstructionWriter code) {
    add(code, allowance(), Opcode.I32_SUB, 0);
    code.op(Opcode.GLOBAL_GET, allowance()).op(Opcode.I32_CONST, 0).op(Opcode.I32_LT_S);
    code.op(Opcode.IF, NO_RESULT);
    addAllowance(code, Opcode.I64_ADD);
    code.op(Opcode.I32_CONST, 0).op(Opcode.GLOBAL_SET, allowance());
    stopWithoutFuel(code);
    // What is left may be less than another allowance.
    code.op(Opcode.GLOBAL_GET, fuel()).op(Opcode.I32_WRAP_I64);
    code.op(Opcode.I32_CONST, Meter.ALLOWANCE);
    code.op(Opcode.GLOBAL_GET, fuel()).op(Opcode.I64_CONST, Meter.ALLOWANCE);
    code.op(Opcode.I64_LT_S).op(Opcode.SELECT).op(Opcode.GLOBAL_SET, allowance());
    addAllowance(code, Opcode.I64_SUB);
    code.op(Opcode.END);
  }

  private void addAllowance(InstructionWriter code, int addition) {
    code.op(Opcode.GLOBAL_GET, fuel()).op(Opcode.GLOBAL_GET, allowance());
    code.op(Opcode.I64_EXTEND_I32_S).op(addition).op(Opcode.GLOBAL_SET, fuel());
  }

  private void count(InstructionWriter code) {
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I32_CONST, Meter.MOST_COUNTED).op(Opcode.I32_GT_U);
    code.op(Opcode.IF, NO_RESULT);
    code.op(Opcode.GLOBAL_GET, fuel());
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I64_EXTEND_I32_U).op(Opcode.I64_SUB);
    code.op(Opcode.GLOBAL_SET, fuel());
    stopWithoutFuel(code);
    code.op(Opcode.I32_CONST, 0).op(Opcode.LOCAL_SET, 0);
    code.op(Opcode.END).op(Opcode.LOCAL_GET, 0);
  }

  private void turn(InstructionWriter code) {
    ofTurns(code);
    code.op(Opcode.I32_CONST, Meter.MOST_COUNTED).op(Opcode.I32_GE_U).op(Opcode.IF, NO_RESULT);
    code.op(Opcode.GLOBAL_GET, fuel());
    ofTurns(code);
    code.op(Opcode.I64_EXTEND_I32_U).op(Opcode.I64_SUB).op(Opcode.GLOBAL_SET, fuel());
    stopWithoutFuel(code);
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.LOCAL_SET, 1);
    code.op(Opcode.END).op(Opcode.LOCAL_GET, 1);
  }

  private static void ofTurns(InstructionWriter code) {
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.LOCAL_GET, 1).op(Opcode.I32_SUB);
    code.op(Opcode.LOCAL_GET, 2).op(Opcode.I32_MUL);
  }

  private void enter(InstructionWriter code) {
    spend(code);
    add(code, stack(), Opcode.I32_SUB, 1);
    code.op(Opcode.GLOBAL_GET, stack()).op(Opcode.I32_CONST, 0).op(Opcode.I32_LT_S);
    stopIf(code);
  }

  private void allocateElements(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, bytes());
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I64_EXTEND_I32_U);
    code.op(Opcode.LOCAL_GET, 1).op(Opcode.I64_EXTEND_I32_S).op(Opcode.I64_MUL);
    code.op(Opcode.I64_CONST, Meter.ARRAY_HEADER).op(Opcode.I64_ADD);
    code.op(Opcode.I64_SUB).op(Opcode.GLOBAL_SET, bytes());
    code.op(Opcode.GLOBAL_GET, bytes()).op(Opcode.I64_CONST, 0).op(Opcode.I64_LT_S);
    stopIf(code);
    code.op(Opcode.LOCAL_GET, 0);
  }

  private void handleElements(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, fuel());
    code.op(Opcode.LOCAL_GET, 0).op(Opcode.I64_EXTEND_I32_U);
    code.op(Opcode.LOCAL_GET, 1).op(Opcode.I64_EXTEND_I32_S).op(Opcode.I64_MUL);
    code.op(Opcode.I64_CONST, QUARTERS_SHIFT).op(Opcode.I64_SHR_U).op(Opcode.I64_SUB);
    code.op(Opcode.GLOBAL_SET, fuel());
    stopWithoutFuel(code);
    code.op(Opcode.LOCAL_GET, 0);
  }

  /** Stops the guest when fuel or bytes have run out, or another thread has taken the fuel away. */
  private void stopWithoutFuel(InstructionWriter code) {
    code.op(Opcode.GLOBAL_GET, fuel());
    code.op(Opcode.GLOBAL_GET, allowance()).op(Opcode.I64_EXTEND_I32_S).op(Opcode.I64_ADD);
    code.op(Opcode.GLOBAL_GET, bytes()).op(Opcode.I64_OR);
    code.op(Opcode.I64_CONST, 0).op(Opcode.I64_LT_S);
    stopIf(code);
  }

  private static void stopIf(InstructionWriter code) {
    code.op(Opcode.IF, NO_RESULT).op(Opcode.UNREACHABLE).op(Opcode.END);
  }
}
