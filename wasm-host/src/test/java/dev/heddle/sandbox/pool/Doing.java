package dev.heddle.sandbox.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.ComponentLimitException;
import dev.heddle.core.sandbox.GuestGrants;
import dev.heddle.core.sandbox.SandboxLimits;
import dev.heddle.sandbox.Grants;
import dev.heddle.sandbox.Probe;
import dev.heddle.sandbox.endive.EndiveEngine;
import dev.heddle.sandbox.module.GuestAbi;
import dev.heddle.sandbox.module.GuestModule;
import dev.heddle.sandbox.module.HandMade;
import dev.heddle.sandbox.module.ModuleBuilder.Code;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Components whose module does what the method's number says; 0 answers with the request.
 *
 * <p>Closing it stops the watchdog that looks after them.
 */
final class Doing implements AutoCloseable {
  static final int LOOP = 1;
  static final int ALLOCATE = 2;
  static final int RECURSE = 3;
  static final int CALL = 4;
  static final int CALL_FOR_EVER = 5;
  static final int ANSWER_MUCH = 6;
  static final int TRAP = 7;
  static final byte[] REQUEST = {4, 5, 6};
  static final SandboxLimits LIMITS =
      new SandboxLimits(
          1_000_000,
          1 << 20,
          Long.MAX_VALUE,
          Duration.ofSeconds(20),
          500,
          1_000,
          50,
          1_000,
          Integer.MAX_VALUE,
          4);

  private final Watchdog watchdog = new Watchdog();
  private final EndiveEngine engine = new EndiveEngine(Optional.empty());

  @Override
  public void close() {
    watchdog.close();
  }

  static SandboxLimits with(long fuel, Duration wallClock, int instances, int calls) {
    return new SandboxLimits(
        fuel,
        LIMITS.allocation(),
        LIMITS.instanceAllocation(),
        wallClock,
        LIMITS.stackDepth(),
        LIMITS.responseBytes(),
        LIMITS.hostCalls(),
        LIMITS.logBytes(),
        calls,
        instances);
  }

  PooledComponent component(SandboxLimits limits) {
    return component(limits, Grants.ECHO);
  }

  PooledComponent component(SandboxLimits limits, GuestGrants grants) {
    return new PooledComponent(
        Probe.specification(grants, limits),
        engine.compile(GuestModule.read(module()), GuestAbi.JAVA_1, Set.of(), "probe"),
        watchdog);
  }

  /** That a call ends at a limit, and that the next one answers. */
  static void assertLimit(PooledComponent component, int method, String limit, long allowed) {
    assertThatThrownBy(() -> component.invoke(method, REQUEST))
        .isInstanceOfSatisfying(
            ComponentLimitException.class,
            e -> {
              assertThat(e.limit()).isEqualTo(limit);
              assertThat(e.allowed()).isEqualTo(allowed);
              assertThat(e.component()).isEqualTo("Probe");
            });
    assertThat(component.invoke(0, REQUEST)).isEqualTo(REQUEST);
  }

  private static byte[] module() {
    HandMade module = new HandMade();
    int call = module.builder.importFunction("heddle", "call", HandMade.CALL);
    int recurse = module.builder.function(HandMade.NOTHING, code -> code.op(0x10, call + 1));
    return module.build(
        code -> {
          on(code, LOOP, () -> code.op(0x03, -64).op(0x0c, 0).op(0x0b));
          on(code, ALLOCATE, () -> code.op(0x41, 1 << 20).op(0xfb07, 0).op(0x1a));
          on(code, RECURSE, () -> code.op(0x10, recurse));
          on(code, CALL, () -> call(code, call).op(0x0f));
          on(
              code,
              CALL_FOR_EVER,
              () -> call(code.op(0x03, -64), call).op(0x1a).op(0x0c, 0).op(0x0b));
          on(code, ANSWER_MUCH, () -> code.op(0x41, 1_001).op(0xfb07, 0).op(0xfb00, 1).op(0x0f));
          on(code, TRAP, () -> code.op(0x00));
          code.op(0x20, 1);
        });
  }

  private static Code call(Code code, int call) {
    return code.op(0x41, 0).op(0x41, 0).op(0x20, 1).op(0x10, call);
  }

  private static void on(Code code, int method, Runnable then) {
    code.op(0x20, 0).op(0x41, method).op(0x46).op(0x04, -64);
    then.run();
    code.op(0x0b);
  }
}
