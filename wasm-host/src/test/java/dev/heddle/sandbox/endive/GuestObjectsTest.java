package dev.heddle.sandbox.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.ModuleBuilder;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.TrapException;
import run.endive.wasm.Parser;

/** Objects do in compiled code what they do in the runtime's interpreter, which has its own. */
class GuestObjectsTest {
  private static byte[] module(Consumer<Code> code) {
    ModuleBuilder builder = ObjectModule.builder();
    int function =
        builder.function(ObjectModule.RESULT, new int[] {ObjectModule.ANY, ObjectModule.ANY}, code);
    return builder.export("result", function).build();
  }

  private static String interpreted(byte[] module) {
    try {
      Instance instance = Instance.builder(Parser.parse(module)).build();
      return "" + (int) instance.export("result").apply()[0];
    } catch (TrapException | IndexOutOfBoundsException e) {
      return "trap";
    }
  }

  private static GuestRuntime runtime(byte[] module) {
    GuestModule read = GuestModule.read(module);
    EndiveModule compiled =
        (EndiveModule)
            new EndiveEngine(Optional.empty())
                .compile(read, GuestAbi.JAVA_1, Set.of(), "not cached");
    GuestRuntime runtime = GuestRuntime.of(compiled, memory -> ImportValues.builder());
    runtime.refill(new Budget(1_000, 100, 10_000));
    return runtime;
  }

  private static String compiled(byte[] module) {
    GuestRuntime runtime = runtime(module);
    try {
      return "" + (int) runtime.call(runtime.export("result"))[0];
    } catch (GuestTrapException e) {
      assertThat(e.reason()).isEqualTo(GuestTrapException.Reason.TRAP);
      return "trap";
    }
  }

  @ParameterizedTest
  @EnumSource
  void doesWhatTheInterpreterDoes(ObjectCase each) {
    byte[] module = module(each.code());
    String expected = interpreted(module);

    assertThat(compiled(module)).isEqualTo(expected);
  }

  @Test
  void refusesConstantsThatItCannotMake() {
    ModuleBuilder builder = ObjectModule.builder();
    builder.global(
        ObjectModule.ANY,
        code ->
            code.op(ObjectModule.CONST, 1)
                .op(ObjectModule.CONST, 1)
                .op(ObjectModule.ARRAY, ObjectModule.BYTES));
    byte[] module =
        builder
            .export(
                "result",
                builder.function(ObjectModule.RESULT, code -> code.op(ObjectModule.CONST, 0)))
            .build();

    assertThatThrownBy(() -> runtime(module))
        .isInstanceOf(InvalidModuleException.class)
        .hasMessageContaining("ARRAY_NEW");
  }
}
