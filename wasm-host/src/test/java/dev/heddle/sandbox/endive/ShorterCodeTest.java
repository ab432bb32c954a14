package dev.heddle.sandbox.endive;

import static dev.heddle.sandbox.endive.HandMadeInstances.BLOCK;
import static dev.heddle.sandbox.endive.HandMadeInstances.BR_IF;
import static dev.heddle.sandbox.endive.HandMadeInstances.CALL;
import static dev.heddle.sandbox.endive.HandMadeInstances.END;
import static dev.heddle.sandbox.endive.HandMadeInstances.I32_CONST;
import static dev.heddle.sandbox.endive.HandMadeInstances.LOCAL_GET;
import static dev.heddle.sandbox.endive.HandMadeInstances.LOOP;
import static dev.heddle.sandbox.endive.HandMadeInstances.NOTHING;
import static dev.heddle.sandbox.endive.HandMadeInstances.REQUEST;
import static dev.heddle.sandbox.endive.HandMadeInstances.TRY_TABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.UNREACHABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.instance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What compiled code does where it is made shorter: the same. */
class ShorterCodeTest {
  private static final int IF = 0x04;
  private static final int I32_EQZ = 0x45;
  private static final int I64_EQZ = 0x50;
  private static final int I64_CONST = 0x42;
  private static final int REF_NULL = 0xd0;
  private static final int REF_IS_NULL = 0xd1;
  private static final int BR_ON_NULL = 0xd5;
  private static final int BR_ON_NON_NULL = 0xd6;
  private static final int DROP = 0x1a;
  private static final int NULLABLE = 0x63;
  private static final int MESSAGE_OR_NULL = NULLABLE - 0x80;

  private static final long[][] PAIRS = {
    {0, 0}, {1, 0}, {0, 1}, {-1, 1}, {1, -1}, {-5, -5}, {Integer.MIN_VALUE, Integer.MAX_VALUE}
  };

  /** The comparisons in WebAssembly's order, which those of 32 and of 64 bits have in common. */
  private enum Comparison {
    EQ,
    NE,
    LT_S,
    LT_U,
    GT_S,
    GT_U,
    LE_S,
    LE_U,
    GE_S,
    GE_U;

    boolean holds(long a, long b) {
      int signed = Long.compare(a, b);
      int unsigned = Long.compareUnsigned(a, b);
      return switch (this) {
        case EQ -> signed == 0;
        case NE -> signed != 0;
        case LT_S -> signed < 0;
        case LT_U -> unsigned < 0;
        case GT_S -> signed > 0;
        case GT_U -> unsigned > 0;
        case LE_S -> signed <= 0;
        case LE_U -> unsigned <= 0;
        case GE_S -> signed >= 0;
        case GE_U -> unsigned >= 0;
      };
    }

    int opcode(boolean wide) {
      return (wide ? 0x51 : 0x46) + ordinal();
    }
  }

  static Stream<Comparison> comparisons() {
    return Stream.of(Comparison.values());
  }

  @ParameterizedTest
  @MethodSource("comparisons")
  void branchesOnWhatWasCompared(Comparison comparison) {
    for (boolean wide : new boolean[] {false, true}) {
      answers(
          code -> {
            for (long[] pair : PAIRS) {
              boolean holds = comparison.holds(pair[0], pair[1]);
              branches(code, holds, () -> compare(code, comparison, wide, pair));
            }
          });
    }
  }

  @Test
  void branchesOnZero() {
    for (int zero : new int[] {I32_EQZ, I64_EQZ}) {
      int number = zero == I32_EQZ ? I32_CONST : I64_CONST;
      answers(
          code -> {
            for (long value : new long[] {0, 1, -1}) {
              branches(code, value == 0, () -> code.op(number, value).op(zero));
            }
          });
    }
  }

  @Test
  void branchesOnNull() {
    answers(
        code -> {
          // Leaves when null, and drops the object when not.
          code.op(BLOCK, NOTHING).op(REF_NULL, HandMade.MESSAGE).op(BR_ON_NULL, 0);
          code.op(DROP).op(UNREACHABLE).op(END);
          branches(code, true, () -> code.op(REF_NULL, HandMade.MESSAGE).op(REF_IS_NULL));
          branches(code, false, () -> code.op(LOCAL_GET, 1).op(REF_IS_NULL));
          code.op(BLOCK, NOTHING).op(BLOCK, NOTHING).op(LOCAL_GET, 1).op(BR_ON_NULL, 0);
          code.op(DROP).op(0x0c, 1).op(END).op(UNREACHABLE).op(END);
          // Leaves with the object when there is one.
          code.op(BLOCK, NOTHING).op(BLOCK, MESSAGE_OR_NULL, HandMade.MESSAGE);
          code.op(REF_NULL, HandMade.MESSAGE).op(BR_ON_NON_NULL, 0).op(0x0c, 1).op(END);
          code.op(DROP).op(UNREACHABLE).op(END);
          code.op(BLOCK, MESSAGE_OR_NULL, HandMade.MESSAGE).op(LOCAL_GET, 1).op(BR_ON_NON_NULL, 0);
          code.op(UNREACHABLE).op(END).op(DROP);
        });
  }

  @Test
  void countsTheBytesOfWhatIsThrown() {
    HandMade module = new HandMade();
    int ofMessage = module.builder.type(0x60, 1, NULLABLE, HandMade.MESSAGE, 0);
    module.builder.tag(ofMessage);
    int thrower = module.builder.function(ofMessage, code -> code.op(LOCAL_GET, 0).op(0x08, 0));
    GuestInstance instance =
        instance(
            module.build(
                code -> {
                  code.op(I32_CONST, 100).op(0x21, 0).op(LOOP, NOTHING);
                  code.op(BLOCK, NOTHING).op(TRY_TABLE, NOTHING, 1, 2, 0);
                  code.op(LOCAL_GET, 1).op(CALL, thrower).op(END).op(END);
                  code.op(LOCAL_GET, 0).op(I32_CONST, 1).op(0x6b).op(0x22, 0).op(BR_IF, 0).op(END);
                  code.op(LOCAL_GET, 1);
                }));
    instance.refill(new Budget(5_000_000, 20, 1 << 20));

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat((1 << 20) - instance.bytes()).isBetween(16_000L, 20_000L);
  }

  @Test
  void paysForEachOfTheExceptionsThatFunctionsThrowAlike() {
    HandMade module = new HandMade();
    int ofMessage = module.builder.type(0x60, 1, NULLABLE, HandMade.MESSAGE, 0);
    int toMessage = module.builder.type(0x60, 0, 1, NULLABLE, HandMade.MESSAGE);
    module.builder.tag(ofMessage);
    int maker =
        module.builder.function(
            toMessage,
            code -> code.op(I32_CONST, 10).op(0xfb07, HandMade.ARRAY).op(0xfb00, HandMade.MESSAGE));
    int[] throwers = new int[2];
    for (int i = 0; i < throwers.length; i++) {
      throwers[i] =
          module.builder.function(
              module.builder.functionType(new int[] {0x7f}),
              code -> {
                for (int k = 0; k < 2; k++) {
                  code.op(LOCAL_GET, 0).op(IF, NOTHING).op(CALL, maker).op(0x08, 0).op(END);
                  code.op(I32_CONST, 1).op(0x21, 0);
                }
              });
    }
    GuestInstance instance =
        instance(
            module.build(
                code -> {
                  for (int thrower : throwers) {
                    for (int first : new int[] {0, 1}) {
                      code.op(BLOCK, NOTHING).op(TRY_TABLE, NOTHING, 1, 2, 0);
                      code.op(I32_CONST, first).op(CALL, thrower).op(UNREACHABLE).op(END).op(END);
                    }
                  }
                  code.op(LOCAL_GET, 1);
                }));
    Budget budget = new Budget(5_000_000, 20, 1 << 20);
    instance.refill(budget);

    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
    assertThat(budget.fuel() - instance.fuel()).isBetween(20_000L, 22_000L);
    assertThat(budget.bytes() - instance.bytes()).isBetween(4 * 200L, 4 * 350L);
    assertThat(instance.stack()).isEqualTo(budget.stack());
  }

  private static void compare(Code code, Comparison comparison, boolean wide, long[] pair) {
    for (long each : pair) code.op(wide ? I64_CONST : I32_CONST, each);
    code.op(comparison.opcode(wide));
  }

  /** Traps unless branches go where they must: when taken, when not, and negated. */
  private static void branches(Code code, boolean holds, Runnable condition) {
    condition.run();
    if (holds) code.op(I32_EQZ);
    code.op(IF, NOTHING).op(UNREACHABLE).op(END);
    for (int negations : new int[] {0, 1, 2, 3}) {
      code.op(BLOCK, NOTHING);
      condition.run();
      for (int i = 0; i < negations; i++) code.op(I32_EQZ);
      if (holds == (negations % 2 == 1)) code.op(I32_EQZ);
      code.op(BR_IF, 0).op(UNREACHABLE).op(END);
    }
  }

  private static void answers(Consumer<Code> checks) {
    GuestInstance instance =
        instance(
            code -> {
              checks.accept(code);
              code.op(LOCAL_GET, 1);
            });
    assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }
}
