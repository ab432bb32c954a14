package dev.heddle.sandbox.endive;

import static dev.heddle.sandbox.endive.HandMadeInstances.CALL;
import static dev.heddle.sandbox.endive.HandMadeInstances.END;
import static dev.heddle.sandbox.endive.HandMadeInstances.I32_CONST;
import static dev.heddle.sandbox.endive.HandMadeInstances.LOCAL_GET;
import static dev.heddle.sandbox.endive.HandMadeInstances.REQUEST;
import static dev.heddle.sandbox.endive.HandMadeInstances.UNREACHABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.instance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReferenceCallsTest {
  private static final int CALL_REF = 0x14;
  private static final int REF_FUNC = 0xd2;
  private static final int REF_NULL = 0xd0;
  private static final int NOP = 0x01;
  private static final int ADD = 0x6a;
  private static final int DROP = 0x1a;
  private static final int IF = 0x04;
  private static final int NOT_EQUAL = 0x47;
  private static final int GLOBAL_GET = 0x23;
  private static final int GLOBAL_SET = 0x24;

  /** Three functions that do nothing, of which two are known to, and two that do something. */
  private static final int[] IDLE = {0, 1, 2};

  private static final int COUNT = 3;
  private static final int ADD_ONE = 4;

  @Test
  void callsWhatDoesSomethingAndGoesOnAfterWhatDoesNothing() {
    GuestInstance instance =
        instance(
            module(
                code -> {
                  for (int each : new int[] {IDLE[0], COUNT, IDLE[1], IDLE[2], COUNT}) {
                    code.op(REF_FUNC, each).op(CALL_REF, HandMade.NOTHING);
                  }
                  assertEqual(code.op(GLOBAL_GET, 0), 2);
                }));
    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void passesArgumentsAndResults() {
    GuestInstance instance =
        instance(
            module(
                code -> {
                  code.op(I32_CONST, 40).op(REF_FUNC, ADD_ONE).op(CALL_REF, HandMade.I32_TO_I32);
                  code.op(REF_FUNC, ADD_ONE).op(CALL_REF, HandMade.I32_TO_I32);
                  assertEqual(code, 42);
                }));
    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void trapsWhereThereIsNoFunction() {
    assertTraps(code -> code.op(REF_NULL, HandMade.NOTHING).op(CALL_REF, HandMade.NOTHING));
    assertTraps(
        code -> {
          code.op(I32_CONST, 1).op(REF_NULL, HandMade.I32_TO_I32);
          code.op(CALL_REF, HandMade.I32_TO_I32).op(DROP);
        });
  }

  @Test
  void knowsTheFirstFunctionsThatDoNothing() {
    assertThat(GuestModule.read(module(code -> {})).idleFunctions()).containsExactly(0, 1);
  }

  @Test
  void takesNobodyForIdleWhoHasSomethingToReturnOrToDo() {
    HandMade module = new HandMade();
    module.builder.function(HandMade.I32_TO_I32, code -> code.op(LOCAL_GET, 0));
    module.builder.function(HandMade.NOTHING, code -> code.op(NOP));
    module.builder.function(HandMade.NOTHING, code -> code.op(CALL, 0x01));
    byte[] bytes = module.build(code -> code.op(LOCAL_GET, 1), code -> code.op(NOP));
    assertThat(GuestModule.read(bytes).idleFunctions()).isEmpty();
  }

  private static void assertTraps(Consumer<Code> calls) {
    GuestInstance instance = instance(module(calls));
    assertThatThrownBy(() -> instance.invoke(0, REQUEST))
        .isInstanceOf(GuestTrapException.class)
        .hasStackTraceContaining("null function reference");
  }

  private static void assertEqual(Code code, int expected) {
    code.op(I32_CONST, expected).op(NOT_EQUAL).op(IF, HandMadeInstances.NOTHING);
    code.op(UNREACHABLE).op(END);
  }

  private static byte[] module(Consumer<Code> calls) {
    HandMade module = new HandMade();
    module.builder.global(0x7f, code -> code.op(I32_CONST, 0));
    for (int ignored : IDLE) module.builder.function(HandMade.NOTHING, code -> {});
    module.builder.function(
        HandMade.NOTHING,
        code -> code.op(GLOBAL_GET, 0).op(I32_CONST, 1).op(ADD).op(GLOBAL_SET, 0));
    module.builder.function(
        HandMade.I32_TO_I32, code -> code.op(LOCAL_GET, 0).op(I32_CONST, 1).op(ADD));
    for (int i = 0; i <= ADD_ONE; i++) module.builder.export("f" + i, i);
    return module.build(
        code -> {
          calls.accept(code);
          code.op(LOCAL_GET, 1);
        },
        code -> code.op(NOP));
  }
}
