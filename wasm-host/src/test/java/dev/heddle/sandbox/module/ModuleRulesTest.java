package dev.heddle.sandbox.module;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.module.GuestAbi.Grant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ModuleRulesTest {

  @Test
  void findsNothingInAModuleThatKeepsTheRules() {
    assertThat(problems(HandMade.echo(), Set.of())).isEmpty();
  }

  @Test
  void reportsAllProblemsAtOnce() {
    ModuleBuilder builder = new ModuleBuilder();
    int type = builder.functionType(new int[] {ModuleBuilder.I32});
    builder.importFunction("env", "system", type);
    builder.importFunction("heddle", "present", type);
    builder.importMemory("env", "memory", 8_192);
    for (int i = 0; i < 5; i++) builder.table(90_000);
    builder.function(
        type, IntStream.generate(() -> ModuleBuilder.I64).limit(1_500).toArray(), c -> {});
    builder.data(5);

    assertThat(problems(builder.build(), Set.of()))
        .anySatisfy(each -> assertThat(each).contains("env.system (i32->)"))
        .anySatisfy(each -> assertThat(each).contains("heddle.present is of the type i32->i32"))
        .anySatisfy(each -> assertThat(each).contains("at most 256 pages").contains("8192"))
        .anySatisfy(each -> assertThat(each).contains("at most 4 tables").contains("has 5"))
        .anySatisfy(each -> assertThat(each).contains("entries of tables").contains("450000"))
        .anySatisfy(
            each -> assertThat(each).contains("2000 slots").contains("function 2 take 3000"))
        .anySatisfy(each -> assertThat(each).contains("no heddle_invoke (i32,ref->ref)"));
  }

  @Test
  void letsAModuleAskForTheClockOnlyWhereItWasGranted() {
    HandMade module = new HandMade();
    int type = module.builder.functionType(new int[0], ModuleBuilder.I64);
    module.builder.importFunction("heddle", "nanos", type);
    byte[] bytes = module.build(code -> code.op(Opcode.LOCAL_GET, 1));

    assertThat(problems(bytes, Set.of(Grant.RANDOM)))
        .hasSize(1)
        .first()
        .asString()
        .contains("nanos");
    assertThat(problems(bytes, Set.of(Grant.CLOCK))).isEmpty();
  }

  @Test
  void countsWhatInitialValuesTake() {
    ModuleBuilder builder = new ModuleBuilder();
    builder.type(0x5e, 0x78, 1);
    builder.global(
        0x6a, code -> code.op(Opcode.I32_CONST, 50_000_000).op(Opcode.ARRAY_NEW_DEFAULT, 0));

    assertThat(problems(builder.build(), Set.of()))
        .anySatisfy(
            each -> assertThat(each).contains("bytes of initial values").contains("50000048"));
  }

  @Test
  void wantsTheMemoryOfALinearGuest() {
    List<String> problems =
        GuestModule.read(HandMade.echo())
            .problems(ModuleLimits.DEFAULT, GuestAbi.LINEAR_1, Set.of())
            .stream()
            .map(ModuleProblem::toString)
            .toList();

    assertThat(problems)
        .anySatisfy(each -> assertThat(each).contains("no memory"))
        .anySatisfy(each -> assertThat(each).contains("no heddle_allocate"))
        .anySatisfy(
            each -> assertThat(each).contains("heddle_invoke is of the type i32,i32,i32->i64"));
  }

  private static List<String> problems(byte[] module, Set<Grant> grants) {
    return GuestModule.read(module).problems(ModuleLimits.DEFAULT, GuestAbi.JAVA_1, grants).stream()
        .map(ModuleProblem::toString)
        .toList();
  }
}
