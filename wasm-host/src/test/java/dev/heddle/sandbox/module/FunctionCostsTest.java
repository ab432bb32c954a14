package dev.heddle.sandbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class FunctionCostsTest {
  private static final int NOP = 0x01;

  @Test
  void blocksBesideEachOtherShareWhatIsPaidInAdvance() {
    FunctionCosts costs =
        costs(
            code -> {
              for (int i = 0; i < 100; i++) nops(code.op(Opcode.BLOCK, -64), 20).op(Opcode.END);
            });

    assertThat(costs.entry()).isLessThanOrEqualTo(2 + FunctionCosts.IN_ADVANCE);
    assertThat(costs.parts()).allMatch(cost -> cost <= 30 + FunctionCosts.IN_ADVANCE);
    assertThat(sum(costs)).isEqualTo(100 * 22 + 1);
  }

  @Test
  void blocksInsideEachOtherDoToo() {
    FunctionCosts costs =
        costs(
            code -> {
              for (int i = 0; i < 50; i++) nops(code.op(Opcode.BLOCK, -64), 10);
              for (int i = 0; i < 50; i++) nops(code.op(Opcode.END), 10);
            });

    assertThat(costs.parts()).allMatch(cost -> cost <= 30 + FunctionCosts.IN_ADVANCE);
    assertThat(sum(costs)).isEqualTo(50 * 22 + 1);
  }

  @Test
  void whatABranchPaysTheOtherOneDoesNotRunFor() {
    FunctionCosts costs =
        costs(
            code -> {
              code.op(Opcode.I32_CONST, 1).op(Opcode.IF, -64);
              nops(code, 200).op(Opcode.ELSE);
              nops(code, 30).op(Opcode.END);
            });

    // The beginning, the long branch, the short one, and the end.
    assertThat(costs.parts()).containsExactly(2L + 31 + 1, 201L, 0L, 0L);
  }

  private static Code nops(Code code, int count) {
    for (int i = 0; i < count; i++) code.op(NOP);
    return code;
  }

  private static long sum(FunctionCosts costs) {
    return costs.parts().stream().mapToLong(each -> each).sum();
  }

  private static FunctionCosts costs(Consumer<Code> code) {
    HandMade module = new HandMade();
    int function = module.builder.function(HandMade.NOTHING, code);
    byte[] bytes = module.build(it -> it.op(Opcode.LOCAL_GET, 1));
    return ModuleCosts.of(ModuleReader.read(bytes)).get(function);
  }
}
