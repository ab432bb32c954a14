package dev.heddle.sandbox.endive;

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
import static dev.heddle.sandbox.endive.HandMadeInstances.TRY_TABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.UNREACHABLE;
import static dev.heddle.sandbox.endive.HandMadeInstances.instance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.Meter;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A loop has the meter in a local: whichever way control leaves it, what it spent is seen. */
class LoopExitTest {
  private static final int LOCAL_SET = 0x21;
  private static final int EQUAL_ZERO = 0x45;
  private static final int ADD = 0x6a;
  private static final int SUBTRACT = 0x6b;
  private static final int DROP = 0x1a;
  private static final int IF = 0x04;
  private static final int I32 = -1;
  private static final int TURNS = 100;
  private static final int LEAST_FOR_A_TURN = 5;
  private static final int EXCEPTION = 5_000;

  /** Function 0 throws, function 1 calls itself, function 2 throws when it is handed 0. */
  private static final int THROWS = 0;

  private static final int SPENDS = 1;
  private static final int MAY_THROW = 2;

  /** What a loop does in its last turn; how far the last one is, is in local 0. */
  enum Exit {
    END_OF_LOOP((c, count) -> c.op(LOCAL_GET, 0).op(BR_IF, 0).op(END)),
    BRANCH((c, count) -> last(c, d -> d.op(BR, 2)).op(BR, 0).op(END)),
    BRANCH_IF((c, count) -> c.op(LOCAL_GET, 0).op(EQUAL_ZERO).op(BR_IF, 1).op(BR, 0).op(END)),
    BRANCH_IF_WITH_A_VALUE(
        (c, count) -> {
          c.op(BLOCK, I32).op(LOOP, NOTHING);
          count.apply(c).op(I32_CONST, 7).op(LOCAL_GET, 0).op(EQUAL_ZERO).op(BR_IF, 1).op(DROP);
          c.op(BR, 0).op(END).op(UNREACHABLE).op(END).op(DROP).op(END);
        }),
    BRANCH_BY_TABLE((c, count) -> c.op(LOCAL_GET, 0).op(0x0e, 1, 0).op(END)),
    BRANCH_ON_NULL(
        (c, count) -> last(c, d -> d.op(0xd0, 0).op(0xd5, 2).op(DROP)).op(BR, 0).op(END)),
    RETURN((c, count) -> last(c, d -> d.op(LOCAL_GET, 1).op(0x0f)).op(BR, 0).op(END)),
    TAIL_CALL(
        (c, count) ->
            last(c, d -> d.op(I32_CONST, 1).op(LOCAL_GET, 1).op(0x12, 3)).op(BR, 0).op(END)),
    THROW((c, count) -> last(c, d -> d.op(0x08, 0)).op(BR, 0).op(END)),
    CALL_OF_ONE_THAT_THROWS((c, count) -> last(c, d -> d.op(CALL, THROWS)).op(BR, 0).op(END)),
    CALL_OF_ONE_THAT_MAY_THROW(
        (c, count) -> c.op(LOCAL_GET, 0).op(CALL, MAY_THROW).op(BR, 0).op(END)),
    CALL_BEFORE_A_THROW((c, count) -> last(c, d -> spends(d).op(0x08, 0)).op(BR, 0).op(END)),
    CALL_BEFORE_A_BRANCH((c, count) -> last(c, d -> spends(d).op(BR, 2)).op(BR, 0).op(END)),
    CALL_BEFORE_A_RETURN(
        (c, count) -> last(c, d -> spends(d).op(LOCAL_GET, 1).op(0x0f)).op(BR, 0).op(END)),
    CALL_BEFORE_A_BRANCH_INSIDE(
        (c, count) -> last(c, d -> spends(d).op(BR, 0)).op(LOCAL_GET, 0).op(BR_IF, 0).op(END)),
    TRAP((c, count) -> last(c, d -> d.op(UNREACHABLE)).op(BR, 0).op(END)),
    LOOP_INSIDE(
        (c, count) -> {
          c.op(LOOP, NOTHING);
          count.apply(c).op(LOCAL_GET, 0).op(BR_IF, 0).op(END).op(END);
        });

    private final BiConsumer<Code, UnaryOperator<Code>> rest;

    Exit(BiConsumer<Code, UnaryOperator<Code>> rest) {
      this.rest = rest;
    }

    private static Code last(Code code, Consumer<Code> then) {
      code.op(LOCAL_GET, 0).op(EQUAL_ZERO).op(IF, NOTHING);
      then.accept(code);
      return code.op(END);
    }

    private static Code spends(Code code) {
      return code.op(I32_CONST, 3).op(CALL, SPENDS).op(DROP);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatALoopSpentIsSeenBehindIt(Exit exit) {
    // Too large a step for an index.
    assertSeen(exit, 1 << 11);
  }

  @ParameterizedTest
  @EnumSource
  void whatALoopSpentThatHasAnIndexIsSeenBehindIt(Exit exit) {
    assertSeen(exit, 1);
    assertSeen(exit, -1);
  }

  private static void assertSeen(Exit exit, int step) {
    if (exit == Exit.CALL_BEFORE_A_THROW) {
      // The most is paid that a loop may have counted.
      assertThat(spent(exit, step, TURNS)).isGreaterThan(EXCEPTION + Meter.MOST_COUNTED);
      return;
    }
    long more = spent(exit, step, 2 * TURNS) - spent(exit, step, TURNS);

    assertThat(more).isGreaterThanOrEqualTo((long) TURNS * LEAST_FOR_A_TURN);
    assertThat(more).isLessThan(TURNS * 50L);
  }

  private static long spent(Exit exit, int step, int turns) {
    UnaryOperator<Code> count =
        code -> code.op(LOCAL_GET, 0).op(I32_CONST, step).op(ADD).op(LOCAL_SET, 0);
    HandMade module = new HandMade();
    module.builder.tag(HandMade.NOTHING);
    module.builder.function(HandMade.NOTHING, code -> code.op(0x08, 0));
    module.builder.function(
        HandMade.I32_TO_I32,
        code -> {
          code.op(LOCAL_GET, 0).op(IF, NOTHING).op(LOCAL_GET, 0).op(I32_CONST, 1).op(SUBTRACT);
          code.op(CALL, SPENDS).op(DROP).op(END).op(LOCAL_GET, 0);
        });
    module.builder.function(
        module.builder.functionType(new int[] {0x7f}),
        code -> code.op(LOCAL_GET, 0).op(EQUAL_ZERO).op(IF, NOTHING).op(0x08, 0).op(END));
    module.builder.function(HandMade.INVOKE, code -> code.op(LOCAL_GET, 1));
    int looping =
        module.builder.function(
            HandMade.INVOKE,
            code -> {
              code.op(I32_CONST, -step * turns)
                  .op(LOCAL_SET, 0)
                  .op(BLOCK, NOTHING)
                  .op(LOOP, NOTHING);
              exit.rest.accept(count.apply(code), count);
              code.op(END).op(LOCAL_GET, 1);
            });
    GuestInstance instance = instance(module.build(code -> caught(code, looping)));
    instance.refill(BUDGET);
    try {
      assertThat(instance.invoke(0, REQUEST)).isEqualTo(REQUEST);
      assertThat(instance.stack()).isEqualTo(BUDGET.stack());
    } catch (GuestTrapException trap) {
      assertThat(exit).isEqualTo(Exit.TRAP);
    }
    return BUDGET.fuel() - instance.fuel();
  }

  private static void caught(Code code, int function) {
    code.op(BLOCK, NOTHING).op(TRY_TABLE, NOTHING, 1, 2, 0);
    code.op(LOCAL_GET, 0).op(LOCAL_GET, 1).op(CALL, function).op(DROP).op(END).op(END);
    code.op(LOCAL_GET, 1);
  }
}
