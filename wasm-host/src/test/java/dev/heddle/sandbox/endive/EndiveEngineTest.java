package dev.heddle.sandbox.endive;

import static dev.heddle.sandbox.endive.HandMadeInstances.ARRAY_NEW_DEFAULT;
import static dev.heddle.sandbox.endive.HandMadeInstances.BLOCK;
import static dev.heddle.sandbox.endive.HandMadeInstances.CALL;
import static dev.heddle.sandbox.endive.HandMadeInstances.END;
import static dev.heddle.sandbox.endive.HandMadeInstances.I32_CONST;
import static dev.heddle.sandbox.endive.HandMadeInstances.LOCAL_GET;
import static dev.heddle.sandbox.endive.HandMadeInstances.NOTHING;
import static dev.heddle.sandbox.endive.HandMadeInstances.REQUEST;
import static dev.heddle.sandbox.endive.HandMadeInstances.STRUCT_NEW;
import static dev.heddle.sandbox.endive.HandMadeInstances.UNREACHABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.instance;
import static dev.heddle.sandbox.endive.HandMadeInstances.started;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import org.junit.jupiter.api.Test;

/** What metered modules do on the real runtime. */
class EndiveEngineTest {
  private final SilentHost host = new SilentHost();

  @Test
  void exchangesMessages() {
    assertThat(instance(HandMade.echo()).invoke(0, REQUEST)).isEqualTo(REQUEST);
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
  void exchangesMessagesThroughMemory() {
    GuestInstance instance = started(HandMade.linearEcho(), GuestAbi.LINEAR_1, host);

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }
}
