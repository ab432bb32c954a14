package dev.heddle.sandbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.module.LoopIndexes.Index;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.Collection;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LoopIndexesTest {
  private static final long NOTHING = -64;
  private static final int NUMBER = 0;

  @Test
  void findsWhatGrowsBeforeEachTurn() {
    assertThat(indexes(code -> grow(code, 3).op(Opcode.BR, 0)))
        .containsExactly(new Index(NUMBER, 3, 6));
    assertThat(indexes(code -> condition(grow(code, 3)).op(Opcode.BR_IF, 0)))
        .containsExactly(new Index(NUMBER, 3, 7));
    // As it is left, too, and where it goes on from a block or a branch.
    assertThat(
            indexes(
                code -> {
                  code.op(Opcode.BLOCK, NOTHING);
                  condition(code).op(Opcode.BR_IF, 0);
                  grow(code, 3);
                  condition(code).op(Opcode.IF, NOTHING).op(Opcode.BR, 2).op(Opcode.END);
                  code.op(Opcode.BR, 1).op(Opcode.END);
                }))
        .containsExactly(new Index(NUMBER, 3, 14));
  }

  @Test
  void findsWhatShrinks() {
    assertThat(indexes(code -> grow(code, -1).op(Opcode.BR, 0)))
        .containsExactly(new Index(NUMBER, -1, 6));
    assertThat(
            indexes(
                code ->
                    code.op(Opcode.LOCAL_GET, NUMBER)
                        .op(Opcode.I32_CONST, 2)
                        .op(Opcode.I32_SUB)
                        .op(Opcode.LOCAL_TEE, NUMBER)
                        .op(Opcode.BR_IF, 0)))
        .containsExactly(new Index(NUMBER, -2, 6));
  }

  @Test
  void leavesOutWhatALongerPieceOfCodeCosts() {
    assertThat(
            indexes(
                code -> {
                  condition(code).op(Opcode.IF, NOTHING);
                  for (int i = 0; i < FunctionCosts.IN_ADVANCE; i++)
                    condition(code).op(Opcode.DROP);
                  code.op(Opcode.END);
                  grow(code, 1).op(Opcode.BR, 0);
                }))
        .singleElement()
        .satisfies(index -> assertThat(index.turn()).isLessThan(FunctionCosts.IN_ADVANCE));
  }

  @Test
  void findsNothingThatMayStay() {
    assertThat(indexes(code -> code.op(Opcode.BR, 0))).isEmpty();
    assertThat(indexes(code -> grow(code.op(Opcode.BR, 0), 1))).isEmpty();
    assertThat(
            indexes(
                code -> {
                  condition(code).op(Opcode.IF, NOTHING);
                  grow(code, 1).op(Opcode.END).op(Opcode.BR, 0);
                }))
        .isEmpty();
    assertThat(
            indexes(
                code -> {
                  condition(code).op(Opcode.IF, NOTHING);
                  grow(code, 1).op(Opcode.ELSE).op(Opcode.BR, 1).op(Opcode.END);
                }))
        .isEmpty();
    // It has grown where the loop turns last, but not where it turns first.
    assertThat(
            indexes(
                code -> {
                  condition(code).op(Opcode.BR_IF, 0);
                  grow(code, 1).op(Opcode.BR, 0);
                }))
        .isEmpty();
    assertThat(
            indexes(
                code -> {
                  condition(code).op(Opcode.BR_TABLE, 0, 1);
                  grow(code, 1).op(Opcode.BR, 0);
                }))
        .isEmpty();
  }

  @Test
  void findsNothingThatChangesOtherwise() {
    assertThat(indexes(code -> grow(grow(code, 1), 1).op(Opcode.BR, 0))).isEmpty();
    assertThat(indexes(code -> grow(code, 0).op(Opcode.BR, 0))).isEmpty();
    assertThat(indexes(code -> grow(code, 1 << 20).op(Opcode.BR, 0))).isEmpty();
    assertThat(indexes(code -> grow(code, Integer.MIN_VALUE).op(Opcode.BR, 0))).isEmpty();
    assertThat(
            indexes(
                code -> {
                  grow(code, 1);
                  code.op(Opcode.I32_CONST, 7).op(Opcode.LOCAL_SET, NUMBER).op(Opcode.BR, 0);
                }))
        .isEmpty();
    assertThat(
            indexes(
                code -> {
                  code.op(Opcode.LOCAL_GET, NUMBER + 1).op(Opcode.I32_CONST, 1);
                  code.op(Opcode.I32_ADD).op(Opcode.LOCAL_SET, NUMBER).op(Opcode.BR, 0);
                }))
        .isEmpty();
  }

  @Test
  void findsNothingForALoopAroundOthers() {
    assertThat(
            indexes(
                code -> {
                  code.op(Opcode.LOOP, NOTHING).op(Opcode.END);
                  grow(code, 1).op(Opcode.BR, 0);
                }))
        .isEmpty();
  }

  private static Code condition(Code code) {
    return code.op(Opcode.LOCAL_GET, NUMBER + 1);
  }

  private static Code grow(Code code, int step) {
    return code.op(Opcode.LOCAL_GET, NUMBER)
        .op(Opcode.I32_CONST, step)
        .op(Opcode.I32_ADD)
        .op(Opcode.LOCAL_SET, NUMBER);
  }

  /** Those of a loop in a function of two numbers. */
  private static Collection<Index> indexes(Consumer<Code> turn) {
    ModuleBuilder builder = new ModuleBuilder();
    int type = builder.functionType(new int[] {ModuleBuilder.I32, ModuleBuilder.I32});
    builder.function(
        type,
        code -> {
          code.op(Opcode.LOOP, NOTHING);
          turn.accept(code);
          code.op(Opcode.END);
        });
    ModuleShape module = ModuleReader.read(builder.build());
    FunctionCosts costs = ModuleCosts.of(module).get(0);
    return LoopIndexes.of(module, module.bodies().getFirst(), costs).values();
  }
}
