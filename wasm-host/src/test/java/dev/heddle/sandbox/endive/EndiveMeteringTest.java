package dev.heddle.sandbox.endive;

import static dev.heddle.sandbox.endive.HandMadeInstances.ARRAY_NEW_DEFAULT;
import static dev.heddle.sandbox.endive.HandMadeInstances.BLOCK;
import static dev.heddle.sandbox.endive.HandMadeInstances.BR;
import static dev.heddle.sandbox.endive.HandMadeInstances.BR_IF;
import static dev.heddle.sandbox.endive.HandMadeInstances.BUDGET;
import static dev.heddle.sandbox.endive.HandMadeInstances.CALL;
import static dev.heddle.sandbox.endive.HandMadeInstances.END;
import static dev.heddle.sandbox.endive.HandMadeInstances.I32_CONST;
import static dev.heddle.sandbox.endive.HandMadeInstances.LOCAL_GET;
import static dev.heddle.sandbox.endive.HandMadeInstances.LOOP;
import static dev.heddle.sandbox.endive.HandMadeInstances.NOTHING;
import static dev.heddle.sandbox.endive.HandMadeInstances.REQUEST;
import static dev.heddle.sandbox.endive.HandMadeInstances.RETURN_CALL;
import static dev.heddle.sandbox.endive.HandMadeInstances.STRUCT_NEW;
import static dev.heddle.sandbox.endive.HandMadeInstances.TRY_TABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.UNREACHABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.counting;
import static dev.heddle.sandbox.endive.HandMadeInstances.instance;
import static dev.heddle.sandbox.module.ModuleBuilder.I32;
import static dev.heddle.sandbox.module.ModuleBuilder.I64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.Meter;
import dev.heddle.sandbox.module.ModuleBuilder;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What stops metered modules on the real runtime. */
class EndiveMeteringTest {
  private static final int NOP = 0x01;
  private static final int THROW = 0x08;
  private static final int ARRAY_NEW = 0xfb06;
  private static final int REF_NULL = 0xd0;
  private static final int NULLABLE = 0x63;
  private static final long STRIDE = 1 << 14;
  private static final Budget MUCH = new Budget(10_000_000, 1_000, 1 << 20);
  private static final Budget FOR_EVER = new Budget(Meter.MOST_FUEL, 1_000, 1L << 40);

  @Test
  void stopsALoopThatDoesNotEnd() {
    GuestInstance instance =
        instance(code -> code.op(LOOP, NOTHING).op(BR, 0).op(END).op(UNREACHABLE));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    assertThat(instance.fuel()).isNegative();
    assertThat(instance.stack()).isPositive();
    assertThat(instance.bytes()).isPositive();
  }

  @Test
  void stopsALoopWhoseIndexHasNoEnd() {
    for (int step : new int[] {1, 7, 1 << 10, -1, 1 << 11}) {
      GuestInstance instance = instance(code -> growing(code, step));

      assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
      assertThat(instance.fuel()).isBetween(-(1L << 16), -1L);
    }
    stops(instance(code -> growing(code, 1)), FOR_EVER);
  }

  @Test
  void givesBackWhatAskingForAnExceptionsMessageTook() {
    GuestInstance silent = instance(throwing(module -> {}));
    GuestInstance speaking = instance(throwing(EndiveMeteringTest::message));
    silent.refill(MUCH);
    speaking.refill(MUCH);

    assertThatThrownBy(() -> silent.invoke(0, REQUEST)).hasMessageEndingWith("does not catch");
    assertThatThrownBy(() -> speaking.invoke(0, REQUEST))
        .hasMessageEndingWith("does not catch: AAA");
    assertThat(speaking.fuel()).isEqualTo(silent.fuel());
    assertThat(speaking.stack()).isEqualTo(silent.stack());
  }

  @Test
  void paysForALongerPieceOfALoopWheneverItRuns() {
    int turns = 100;
    int read = 200;
    GuestInstance instance =
        instance(
            code -> {
              code.op(I32_CONST, turns).op(0x21, 0).op(LOOP, NOTHING);
              code.op(LOCAL_GET, 0).op(0x04, NOTHING);
              for (int i = 0; i < read; i++) code.op(LOCAL_GET, 0).op(0x1a);
              code.op(END);
              code.op(LOCAL_GET, 0).op(I32_CONST, 1).op(0x6b).op(0x22, 0).op(BR_IF, 0).op(END);
              code.op(LOCAL_GET, 1);
            });

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat(BUDGET.fuel() - instance.fuel()).isBetween(2L * read * turns, 3L * read * turns);
  }

  /** A module that throws its request and catches nothing. */
  private static byte[] throwing(Consumer<HandMade> more) {
    HandMade module = new HandMade();
    module.builder.tag(module.builder.type(0x60, 1, NULLABLE, HandMade.MESSAGE, 0));
    more.accept(module);
    return module.build(code -> code.op(LOCAL_GET, 1).op(THROW, 0).op(UNREACHABLE));
  }

  /**
   * The function that gives an exception's message, here three letters after half a million turns.
   */
  private static void message(HandMade module) {
    int letters = module.builder.type(0x5e, 0x77, 1);
    // As a Java object, whose first field is its class.
    int text = module.builder.type(0x5f, 2, NULLABLE, letters, 1, NULLABLE, letters, 1);
    int type = module.builder.type(0x60, 1, NULLABLE, HandMade.MESSAGE, 1, NULLABLE, text);
    int message =
        module.builder.function(
            type,
            new int[] {I32},
            code -> {
              code.op(I32_CONST, 500_000).op(0x21, 1).op(LOOP, NOTHING);
              code.op(LOCAL_GET, 1).op(I32_CONST, 1).op(0x6b).op(0x22, 1).op(BR_IF, 0).op(END);
              code.op(REF_NULL, letters);
              code.op(I32_CONST, 'A').op(I32_CONST, 3).op(ARRAY_NEW, letters).op(STRUCT_NEW, text);
            });
    module.builder.export("teavm.exceptionMessage", message);
  }

  private static void growing(Code code, int step) {
    code.op(LOOP, NOTHING).op(LOCAL_GET, 0).op(I32_CONST, step).op(0x6a).op(0x21, 0);
    code.op(BR, 0).op(END).op(UNREACHABLE);
  }

  @Test
  void stopsRecursion() {
    HandMade module = new HandMade();
    int self =
        module.builder.function(HandMade.I32_TO_I32, code -> code.op(LOCAL_GET, 0).op(CALL, 0));
    assertThat(self).isZero();
    GuestInstance instance =
        instance(
            module.build(code -> code.op(LOCAL_GET, 0).op(CALL, self).op(0x1a).op(LOCAL_GET, 1)));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    assertThat(instance.stack()).isNegative();
    assertThat(instance.fuel()).isPositive();
  }

  @Test
  void stopsSmallFunctionsThatAreCalledByOthersOverAndOver() {
    HandMade module = new HandMade();
    int small =
        module.builder.function(
            HandMade.NOTHING,
            code -> {
              for (int block = 0; block < 40; block++) {
                code.op(BLOCK, NOTHING);
                for (int i = 0; i < 200; i++) code.op(NOP);
                code.op(END);
              }
            });
    int often = module.builder.function(HandMade.NOTHING, code -> calls(code, small, 7));
    GuestInstance instance =
        instance(
            module.build(
                code -> {
                  calls(code, often, 3_000);
                  code.op(LOCAL_GET, 1);
                }));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    // All of it costs 170,000,000.
    assertThat(instance.fuel()).isBetween(-2 * BUDGET.fuel(), 0L);
  }

  private static void calls(Code code, int function, int times) {
    for (int i = 0; i < times; i++) code.op(CALL, function);
  }

  @Test
  void stopsTailCallsThatDoNotEnd() {
    HandMade module = new HandMade();
    module.builder.function(HandMade.I32_TO_I32, code -> code.op(LOCAL_GET, 0).op(RETURN_CALL, 0));
    GuestInstance instance =
        instance(module.build(code -> code.op(LOCAL_GET, 0).op(CALL, 0).op(0x1a).op(LOCAL_GET, 1)));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    assertThat(instance.fuel()).isNegative();
    assertThat(instance.stack()).isPositive();
  }

  @Test
  void stopsAllocationBeforeItHappens() {
    // 2^32 - 1 elements, which as a signed number would be less than none.
    GuestInstance instance =
        instance(code -> code.op(I32_CONST, -1).op(ARRAY_NEW_DEFAULT, 0).op(STRUCT_NEW, 1));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    assertThat(instance.bytes()).isNegative();
  }

  @Test
  void stopsAllocationInALoop() {
    GuestInstance instance =
        instance(
            code ->
                code.op(LOOP, NOTHING)
                    .op(0xd0, 0) // ref.null
                    .op(STRUCT_NEW, HandMade.MESSAGE)
                    .op(0x1a)
                    .op(BR, 0)
                    .op(END)
                    .op(UNREACHABLE));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    assertThat(instance.bytes()).isNegative();
    assertThat(instance.fuel()).isPositive();
  }

  @Test
  void stopsMemoryThatGrows() {
    HandMade module = new HandMade();
    module.builder.memory(1, 30_000);
    GuestInstance instance =
        instance(
            module.build(code -> code.op(I32_CONST, 1_000).op(0x40, 0).op(0x1a).op(LOCAL_GET, 1)));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    assertThat(instance.bytes()).isNegative();
  }

  @Test
  void paysForWhatBulkInstructionsHandle() {
    HandMade module = new HandMade();
    module.builder.memory(16, 16);
    GuestInstance instance =
        instance(
            module.build(
                code ->
                    code.op(LOOP, NOTHING)
                        .op(I32_CONST, 0)
                        .op(I32_CONST, 7)
                        .op(I32_CONST, 1 << 20)
                        .op(0xfc0b, 0)
                        .op(BR, 0)
                        .op(END)
                        .op(UNREACHABLE)));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    assertThat(instance.fuel()).isLessThan(-1_000);
  }

  @Test
  void spendsTheSameEachTime() {
    byte[] module = counting();
    long first = spent(instance(module));

    assertThat(first).isBetween(500L, 800L);
    assertThat(spent(instance(module))).isEqualTo(first);
  }

  @Test
  void givesTheStackBackThatAnExceptionLeft() {
    HandMade module = new HandMade();
    module.builder.tag(HandMade.NOTHING);
    int thrower = module.builder.function(HandMade.NOTHING, code -> code.op(CALL, 1));
    module.builder.function(HandMade.NOTHING, code -> code.op(0x08, 0));
    GuestInstance instance =
        instance(
            module.build(
                code -> {
                  // 600 times: catch what is thrown two calls below.
                  code.op(I32_CONST, 600).op(0x21, 0).op(LOOP, NOTHING);
                  code.op(BLOCK, NOTHING).op(TRY_TABLE, NOTHING, 1, 2, 0);
                  code.op(CALL, thrower).op(END).op(END);
                  code.op(LOCAL_GET, 0).op(I32_CONST, 1).op(0x6b).op(0x22, 0).op(BR_IF, 0).op(END);
                  code.op(LOCAL_GET, 1);
                }));
    instance.refill(new Budget(5_000_000, 20, 1 << 20));

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat(instance.stack()).isEqualTo(20);
  }

  @Test
  void stopsALoopAtAnotherThreadsWord() {
    stops(instance(code -> code.op(LOOP, NOTHING).op(BR, 0).op(END).op(UNREACHABLE)), FOR_EVER);
  }

  @Test
  void stopsALoopWhoseTurnsEachCostOneStride() {
    int bytes = 40_000;
    long turn = spent(instance(filling(bytes, 2))) - spent(instance(filling(bytes, 1)));
    // Four bytes cost one. Strides then end where bytes are filled, and nowhere else.
    int aligned = bytes + 4 * (int) (STRIDE - turn);
    long more = spent(instance(filling(aligned, 2))) - spent(instance(filling(aligned, 1)));
    assertThat(more).isEqualTo(STRIDE);

    stops(instance(filling(aligned, -1)), FOR_EVER);
  }

  private static byte[] filling(int bytes, int turns) {
    HandMade module = new HandMade();
    module.builder.memory(16, 16);
    return module.build(
        code -> {
          code.op(I32_CONST, turns).op(0x21, 0).op(LOOP, NOTHING);
          code.op(I32_CONST, 0).op(I32_CONST, 7).op(I32_CONST, bytes).op(0xfc0b, 0);
          code.op(LOCAL_GET, 0).op(I32_CONST, 1).op(0x6b).op(0x22, 0).op(BR_IF, 0).op(END);
          code.op(LOCAL_GET, 1);
        });
  }

  @Test
  void stopsCallsWithoutALoopAtAnotherThreadsWord() {
    HandMade module = new HandMade();
    // Calls itself twice, 60 deep: it would end, but not in this life.
    module.builder.function(
        HandMade.I32_TO_I32,
        code -> {
          code.op(LOCAL_GET, 0).op(0x45).raw(0x04, 0x40, 0x41, 0, 0x0f, 0x0b);
          for (int i = 0; i < 2; i++) code.op(LOCAL_GET, 0).op(I32_CONST, 1).op(0x6b).op(CALL, 0);
          code.op(0x6a);
        });
    stops(
        instance(
            module.build(code -> code.op(I32_CONST, 60).op(CALL, 0).op(0x1a).op(LOCAL_GET, 1))),
        FOR_EVER);
  }

  @Test
  void stopsALoopThatIsInterpretedAtAnotherThreadsWord() {
    ModuleBuilder builder = new ModuleBuilder();
    int invoke = builder.functionType(new int[] {I32, I32, I32}, I64);
    int allocate = builder.functionType(new int[] {I32}, I32);
    builder.memory(1, 1).export("memory", 2, 0);
    builder.export("heddle_allocate", builder.function(allocate, code -> code.op(I32_CONST, 64)));
    builder.export(
        "heddle_invoke",
        builder.function(
            invoke,
            code -> {
              for (int i = 0; i < 30_000; i++) code.op(LOCAL_GET, 0).op(0x1a);
              code.op(LOOP, NOTHING).op(BR, 0).op(END).op(UNREACHABLE);
            }));
    stops(
        HandMadeInstances.started(builder.build(), GuestAbi.LINEAR_1, new SilentHost()), FOR_EVER);
  }

  private static void stops(GuestInstance instance, Budget budget) {
    instance.refill(budget);
    Thread other =
        new Thread(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                instance.stop();
                LockSupport.parkNanos(5_000_000);
              }
            });
    other.start();
    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(GuestTrapException.class);
    other.interrupt();
  }

  private static long spent(GuestInstance instance) {
    instance.refill(BUDGET);
    instance.invoke(0, REQUEST);
    return BUDGET.fuel() - instance.fuel();
  }
}
