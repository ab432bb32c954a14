package dev.heddle.sandbox.endive;

import dev.heddle.sandbox.endive.objects.GuestStruct;
import dev.heddle.sandbox.endive.objects.StructFactory;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import run.endive.wasm.WasmModule;
import run.endive.wasm.types.ExternalType;
import run.endive.wasm.types.Instruction;
import run.endive.wasm.types.OpCode;

/**
 * Structs with which a module's globals begin. The runtime makes its own, which compiled code does
 * not know, and those here take their place before any code runs.
 */
final class InitialObjects {
  private static final int NULL_FUNCTION = -1;

  /**
   * The struct of one global.
   *
   * @param fields what its fields begin with; empty for default values
   */
  private record Initial(int global, int type, List<Value> fields) {}

  /** A value of which only the one is meant that the field's type says. */
  private sealed interface Value {
    /** A number, or null of either kind. */
    record Constant(long number) implements Value {}

    /** The value of a global that comes before. */
    record Global(int index) implements Value {}
  }

  private final List<Initial> all = new ArrayList<>();

  private InitialObjects() {}

  /**
   * Finds them.
   *
   * @throws IllegalArgumentException when something begins with other objects
   */
  static InitialObjects of(WasmModule module) {
    InitialObjects found = new InitialObjects();
    int imported = module.importSection().count(ExternalType.GLOBAL);
    for (int i = 0; i < module.globalSection().globalCount(); i++) {
      found.read(imported + i, List.copyOf(module.globalSection().getGlobal(i).initInstructions()));
    }
    for (int i = 0; i < module.elementSection().elementCount(); i++) {
      module.elementSection().getElement(i).initializers().stream()
          .flatMap(List::stream)
          .forEach(InitialObjects::refuseObjects);
    }
    for (int i = 0; i < module.tableSection().tableCount(); i++) {
      module.tableSection().getTable(i).initialize().forEach(InitialObjects::refuseObjects);
    }
    return found;
  }

  private void read(int global, List<Instruction> code) {
    if (code.isEmpty()) return;
    Instruction last = code.getLast();
    List<Instruction> before = code.subList(0, code.size() - 1);
    before.forEach(InitialObjects::refuseObjects);
    switch (last.opcode()) {
      case STRUCT_NEW_DEFAULT -> all.add(new Initial(global, (int) last.operand(0), List.of()));
      case STRUCT_NEW ->
          all.add(
              new Initial(
                  global,
                  (int) last.operand(0),
                  before.stream().map(InitialObjects::value).toList()));
      default -> refuseObjects(last);
    }
  }

  private static Value value(Instruction constant) {
    return switch (constant.opcode()) {
      case I32_CONST, I64_CONST, F32_CONST, F64_CONST, REF_FUNC ->
          new Value.Constant(constant.operand(0));
      case REF_NULL -> new Value.Constant(NULL_FUNCTION);
      case GLOBAL_GET -> new Value.Global((int) constant.operand(0));
      default -> throw unsupported(constant.opcode());
    };
  }

  private static void refuseObjects(Instruction constant) {
    String name = constant.opcode().name();
    if (name.startsWith("STRUCT_") || name.startsWith("ARRAY_")) {
      throw unsupported(constant.opcode());
    }
  }

  private static IllegalArgumentException unsupported(OpCode code) {
    return new IllegalArgumentException(
        "a constant is made by " + code.name() + ", which is not supported there");
  }

  /** The types of structs with default values, and of others. */
  List<Integer> types(boolean filled) {
    return all.stream()
        .filter(each -> each.fields().isEmpty() != filled)
        .map(Initial::type)
        .toList();
  }

  /** Puts them where compiled code looks for globals. */
  void put(long[] numbers, @Nullable Object[] references, StructFactory structs) {
    for (Initial each : all) {
      references[each.global()] =
          each.fields().isEmpty()
              ? structs.create(each.type())
              : filled(each, numbers, references, structs);
    }
  }

  private static GuestStruct filled(
      Initial initial, long[] numbers, @Nullable Object[] references, StructFactory structs) {
    List<Value> fields = initial.fields();
    long[] ofNumbers = new long[fields.size()];
    @Nullable Object[] ofReferences = new @Nullable Object[fields.size()];
    for (int i = 0; i < fields.size(); i++) {
      switch (fields.get(i)) {
        case Value.Constant(long number) -> ofNumbers[i] = number;
        case Value.Global(int index) -> {
          ofNumbers[i] = numbers[index];
          ofReferences[i] = references[index];
        }
      }
    }
    return structs.create(initial.type(), ofNumbers, ofReferences);
  }
}
