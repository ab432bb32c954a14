package dev.heddle.sandbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentLimitException;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.engine.InvalidModuleException;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.HostileModule;
import dev.heddle.sandbox.module.HostileModule.Answer;
import dev.heddle.sandbox.module.HostileModule.End;
import dev.heddle.sandbox.module.HostileModule.Limit;
import dev.heddle.sandbox.module.HostileModule.Refused;
import dev.heddle.sandbox.module.HostileModule.Trap;
import dev.heddle.sandbox.module.MalformedModuleException;
import dev.heddle.sandbox.module.ModuleLimits;
import dev.heddle.sandbox.pool.PooledComponent;
import dev.heddle.sandbox.pool.SandboxTrapException;
import dev.heddle.sandbox.pool.Watchdog;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What modules end in that somebody wrote to do harm, while a component beside them, in the same
 * process, is called all the time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileModulesTest {
  private static final byte[] REQUEST = {1, 2, 3};
  private static final SandboxLimits LIMITS =
      new SandboxLimits(
          20_000_000,
          16L << 20,
          64L << 20,
          Duration.ofSeconds(60),
          1_000,
          1 << 20,
          10_000,
          64 << 10,
          100_000,
          4);

  private static final Pattern OF_THE_JDK_OR_OF_ALL_SANDBOXES =
      Pattern.compile("(ForkJoinPool-1-|VirtualThread|heddle-sandbox-watchdog|surefire).*");

  private final Watchdog watchdog = new Watchdog();
  private final EndiveEngine engine = new EndiveEngine(Optional.empty());
  private final StrictGrants grants = new StrictGrants();
  private final Set<Thread> threadsBefore = Thread.getAllStackTraces().keySet();
  private @Nullable Neighbour neighbour;
  private long heapBefore;

  @BeforeAll
  void startNeighbour() {
    heapBefore = usedHeap();
    neighbour = new Neighbour(component(HandMade.echo(), GuestAbi.JAVA_1));
  }

  @AfterAll
  void leaveNothingBehind() throws InterruptedException {
    requireNonNull(neighbour).close();
    watchdog.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> !threadsBefore.contains(thread))
        .extracting(Thread::getName)
        .allMatch(OF_THE_JDK_OR_OF_ALL_SANDBOXES.asMatchPredicate());
    assertThat(usedHeap() - heapBefore).isLessThan(16 << 20);
  }

  private static long usedHeap() {
    System.gc();
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    return memory.getHeapMemoryUsage().getUsed();
  }

  static Stream<HostileModule> modules() {
    return HostileModule.all();
  }

  @ParameterizedTest
  @MethodSource("modules")
  void endsAsItMust(HostileModule hostile) {
    End end = end(hostile);

    assertThat(end).isInstanceOf(hostile.end().getClass());
    if (hostile.end() instanceof Refused(String words)) {
      assertThat(((Refused) end).words()).contains(words);
    } else if (hostile.end() instanceof Trap(String words)) {
      assertThat(((Trap) end).words()).contains(words);
    } else {
      assertThat(end).isEqualTo(hostile.end());
    }
    assertThat(grants.openStreams).hasValue(0);
    requireNonNull(neighbour).assertAnswered();
  }

  @Test
  void givesNoInstanceTheTableThatAnotherMade() {
    HandMade made = new HandMade();
    made.builder.table(1);
    PooledComponent component =
        component(
            made.build(
                code -> {
                  code.op(0xfc10, 0).op(0x41, 1).op(0x47).op(0x04, -64).op(0x00).op(0x0b);
                  code.op(0xd0, -0x10).op(0x41, 100_000).op(0xfc0f, 0).op(0x1a).op(0x20, 1);
                }),
            GuestAbi.JAVA_1);
    for (int i = 0; i < 3; i++) {
      assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
      component.release();
    }
  }

  private End end(HostileModule hostile) {
    PooledComponent component;
    try {
      component = component(hostile.module().get(), hostile.abi());
    } catch (MalformedModuleException
        | InvalidModuleException
        | ComponentException
        | RefusedException refused) {
      return new Refused(String.valueOf(refused.getMessage()));
    }
    try {
      component.invoke(0, REQUEST);
      return new Answer();
    } catch (ComponentLimitException limit) {
      return new Limit(limit.limit());
    } catch (SandboxTrapException trap) {
      return new Trap(String.valueOf(trap.getMessage()));
    } finally {
      component.close();
    }
  }

  private PooledComponent component(byte[] bytes, GuestAbi abi) {
    GuestModule module = GuestModule.read(bytes);
    var problems = module.problems(ModuleLimits.DEFAULT, abi, Set.of());
    if (!problems.isEmpty()) throw new RefusedException(problems.toString());
    return new PooledComponent(
        Probe.specification(grants, LIMITS),
        engine.compile(module, abi, Set.of(), "hostile"),
        watchdog);
  }

  private static final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
      super(message);
    }
  }
}
