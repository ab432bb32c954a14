package dev.heddle.sandbox.endive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.Meter;
import dev.heddle.sandbox.module.ModuleBuilder;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What metered modules do on the real runtime. */
class EndiveEngineTest {
  private static final Budget BUDGET = new Budget(1_000_000, 1_000, 1 << 20);
  private static final Budget FOR_EVER = new Budget(Meter.MOST_FUEL, 1_000, 1L << 40);
  private static final byte[] REQUEST = {1, -2, 3};

  private final SilentHost host = new SilentHost();

  @Test
  void exchangesMessages() {
    assertThat(instance(HandMade.echo()).invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

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
  void handlesPackedElementsAndCastsAsTheFormatSays() {
    HandMade module = new HandMade();
    int shorts = module.builder.type(0x5e, 0x77, 1);
    GuestInstance instance =
        instance(
            module.build(
                code -> {
                  element(code, HandMade.ARRAY, 200, 0xfb0c, -56);
                  element(code, HandMade.ARRAY, 200, 0xfb0d, 200);
                  element(code, HandMade.ARRAY, 511, 0xfb0d, 255);
                  element(code, shorts, 40_000, 0xfb0c, 40_000 - 65_536);
                  element(code, shorts, 40_000, 0xfb0d, 40_000);
                  must(code.op(0xd0, -0x12).op(0xfb14, HandMade.MESSAGE), 0); // null, ref.test
                  must(code.op(0xd0, -0x12).op(0xfb15, HandMade.MESSAGE), 1); // ref.test null
                  must(code.op(LOCAL_GET, 1).op(0xfb14, HandMade.MESSAGE), 1);
                  must(code.op(LOCAL_GET, 1).op(0xfb14, -0x15), 1); // struct
                  must(code.op(LOCAL_GET, 1).op(0xfb14, -0x0f), 0); // none
                  code.op(LOCAL_GET, 1).op(0xfb17, HandMade.MESSAGE);
                }));

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void trapsWhereACastFails() {
    GuestInstance instance =
        instance(
            code ->
                code.op(I32_CONST, 1)
                    .op(ARRAY_NEW_DEFAULT, 0)
                    .op(0xfb16, HandMade.MESSAGE)); // ref.cast

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).isInstanceOf(RuntimeException.class);
  }

  /** Traps unless an element that was set reads as it should. */
  private static void element(Code code, int type, int set, int get, int expected) {
    code.op(I32_CONST, set).op(I32_CONST, 3).op(0xfb06, type); // array.new
    code.op(I32_CONST, 2).op(get, type).op(0x1a);
    code.op(I32_CONST, set).op(0xfb08, type, 1); // array.new_fixed
    must(code.op(I32_CONST, 0).op(get, type), expected);
  }

  private static void must(Code code, int expected) {
    code.op(I32_CONST, expected).op(0x47).op(0x04, NOTHING).op(UNREACHABLE).op(END);
  }

  @Test
  void readsBlockTypesThatTheRuntimeMisreads() {
    HandMade module = new HandMade();
    int last = 0;
    while (last < 100) last = module.builder.functionType(new int[0], ModuleBuilder.I32, 0x7e);
    int twoNumbers = last;
    assertThat(twoNumbers).isEqualTo(100);
    GuestInstance instance =
        instance(
            module.build(
                code ->
                    code.op(BLOCK, twoNumbers)
                        .op(I32_CONST, 5)
                        .op(0x42, 6)
                        .op(END)
                        .op(0x1a)
                        .op(0x1a)
                        .op(LOCAL_GET, 1)));

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void carriesWhatAHostFunctionThrows() {
    HandMade module = new HandMade();
    int call = module.builder.importFunction("heddle", "call", HandMade.CALL);
    byte[] bytes =
        module.build(
            code -> code.op(I32_CONST, 1).op(I32_CONST, 2).op(LOCAL_GET, 1).op(CALL, call));
    SilentHost failing =
        new SilentHost() {
          @Override
          public byte[] call(int target, int method, byte[] request) {
            if (target == 1 && method == 2) throw new UnsupportedOperationException("stop");
            return request;
          }
        };

    assertThatThrownBy(() -> instance(bytes, failing).invoke(0, REQUEST))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(instance(bytes, host).invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  @Test
  void refusesMessagesThatAreTooLong() {
    GuestInstance instance =
        instance(code -> code.op(I32_CONST, 1_001).op(ARRAY_NEW_DEFAULT, 0).op(STRUCT_NEW, 1));

    assertThatThrownBy(() -> instance.invoke(0, REQUEST)).hasMessage("too long: 1001");
  }

  @Test
  void stopsALoopAtAnotherThreadsWord() {
    stops(instance(code -> code.op(LOOP, NOTHING).op(BR, 0).op(END).op(UNREACHABLE)), FOR_EVER);
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

  @Test
  void exchangesMessagesThroughMemory() {
    GuestInstance instance = started(HandMade.linearEcho(), GuestAbi.LINEAR_1, host);

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  private static final int UNREACHABLE = 0x00;
  private static final int BLOCK = 0x02;
  private static final int LOOP = 0x03;
  private static final int END = 0x0b;
  private static final int BR = 0x0c;
  private static final int BR_IF = 0x0d;
  private static final int CALL = 0x10;
  private static final int RETURN_CALL = 0x12;
  private static final int TRY_TABLE = 0x1f;
  private static final int LOCAL_GET = 0x20;
  private static final int I32_CONST = 0x41;
  private static final int STRUCT_NEW = 0xfb00;
  private static final int ARRAY_NEW_DEFAULT = 0xfb07;
  private static final long NOTHING = -64;

  /** A module that turns 100 times in a loop. */
  static byte[] counting() {
    return HandMade.invoking(
        code ->
            code.op(I32_CONST, 100)
                .op(0x21, 0)
                .op(LOOP, NOTHING)
                .op(LOCAL_GET, 0)
                .op(I32_CONST, 1)
                .op(0x6b)
                .op(0x22, 0)
                .op(BR_IF, 0)
                .op(END)
                .op(LOCAL_GET, 1));
  }

  private static long spent(GuestInstance instance) {
    instance.refill(BUDGET);
    instance.invoke(0, REQUEST);
    return BUDGET.fuel() - instance.fuel();
  }

  private GuestInstance instance(Consumer<Code> invoke) {
    return instance(HandMade.invoking(invoke));
  }

  private GuestInstance instance(byte[] module) {
    return instance(module, host);
  }

  private static GuestInstance instance(byte[] module, SilentHost host) {
    return started(module, GuestAbi.JAVA_1, host);
  }

  private static GuestInstance started(byte[] module, GuestAbi abi, SilentHost host) {
    GuestInstance instance =
        new EndiveEngine(Optional.empty())
            .load(GuestModule.read(module), abi, "test")
            .instantiate(host);
    instance.refill(BUDGET);
    instance.start();
    return instance;
  }
}
