package dev.heddle.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.engine.Budget;
import dev.heddle.sandbox.engine.GuestInstance;
import dev.heddle.sandbox.engine.GuestTrapException;
import dev.heddle.sandbox.engine.HostFunctions;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.MalformedModuleException;
import dev.heddle.sandbox.module.ModuleLimits;
import dev.heddle.sandbox.module.Mutants;
import java.lang.reflect.Proxy;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Modules that nobody wrote: they are refused in one of three ways, or they run within limits. */
class ChangedModulesTest {
  private static final int MUTANTS = Integer.getInteger("heddle.mutants", 1_000);

  private enum End {
    MALFORMED,
    AGAINST_RULES,
    INVALID,
    TRAPPED,
    RAN
  }

  @Test
  void changedModulesEndInKnownWays() {
    HandMade made = new HandMade();
    made.builder.memory(1, 2);
    int call = made.builder.function(HandMade.I32_TO_I32, code -> code.op(0x20, 0).op(0x45));
    byte[] module =
        made.build(
            code ->
                code.op(0x41, 9)
                    .op(0x21, 0)
                    .op(0x03, -64)
                    .op(0x20, 0)
                    .op(0x41, 1)
                    .op(0x6b)
                    .op(0x22, 0)
                    .op(0x0d, 0)
                    .op(0x0b)
                    .op(0x20, 0)
                    .op(0x10, call)
                    .op(0x04, -64)
                    .op(0x41, 3)
                    .op(0xfb07, 0)
                    .op(0x1a)
                    .op(0x0b)
                    .op(0x20, 1));
    Mutants mutants = new Mutants(module, 42);
    Map<End, Integer> ends = new EnumMap<>(End.class);
    for (int i = 0; i < MUTANTS; i++) ends.merge(end(mutants.next(1 + i % 2)), 1, Integer::sum);

    assertThat(ends).containsKeys(End.MALFORMED, End.AGAINST_RULES, End.INVALID, End.RAN);
  }

  private static End end(byte[] mutant) {
    try {
      GuestModule module = GuestModule.read(mutant);
      if (!module.problems(ModuleLimits.DEFAULT, GuestAbi.JAVA_1, Set.of()).isEmpty()) {
        return End.AGAINST_RULES;
      }
      return run(module);
    } catch (MalformedModuleException e) {
      return End.MALFORMED;
    } catch (InvalidModuleException e) {
      return End.INVALID;
    } catch (GuestTrapException | IllegalStateException | IllegalArgumentException e) {
      return End.TRAPPED;
    }
  }

  private static End run(GuestModule module) {
    HostFunctions nothing =
        (HostFunctions)
            Proxy.newProxyInstance(
                HostFunctions.class.getClassLoader(),
                new Class<?>[] {HostFunctions.class},
                (_, method, _) -> {
                  if (method.getName().equals("longestMessage")) return 1_000;
                  throw new IllegalStateException(method.getName());
                });
    GuestInstance instance =
        new EndiveEngine(Optional.empty())
            .load(module, GuestAbi.JAVA_1, "mutant")
            .instantiate(nothing);
    instance.refill(new Budget(100_000, 100, 1 << 20));
    instance.start();
    instance.invoke(0, new byte[] {1, 2});
    return End.RAN;
  }
}
