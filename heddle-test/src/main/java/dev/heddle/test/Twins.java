package dev.heddle.test;

import dev.heddle.component.ComponentInterface;
import dev.heddle.component.capability.Log;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.test.ComponentCall.Outcome;
import java.util.function.Supplier;

/**
 * Two applications that are the same but for where one component runs. Their clocks stand, and both
 * draw the same random numbers. Calls go through bytes in either.
 */
final class Twins implements AutoCloseable {
  private final TestApplication onJvm;
  private final TestApplication inSandbox;
  private final LogLines jvmLog = new LogLines();
  private final LogLines sandboxLog = new LogLines();
  private final Class<?> component;

  Twins(Trial trial) {
    component = trial.component();
    onJvm = TestApplication.start(trial.setup(false, builder -> watch(trial, builder, jvmLog)));
    try {
      inSandbox =
          TestApplication.start(trial.setup(true, builder -> watch(trial, builder, sandboxLog)));
    } catch (RuntimeException | Error failure) {
      onJvm.close();
      throw failure;
    }
  }

  /** What came of a call on either side. */
  record Outcomes(Outcome onJvm, Outcome inSandbox) {
    boolean differ() {
      return !onJvm.text().equals(inSandbox.text());
    }
  }

  Outcomes make(ComponentCall call) {
    return new Outcomes(on(onJvm, jvmLog, call), on(inSandbox, sandboxLog, call));
  }

  private Outcome on(TestApplication application, LogLines log, ComponentCall call) {
    Outcome outcome = call.on(application.get(component));
    return new Outcome(outcome.text() + log.take(), outcome.result());
  }

  private static void watch(Trial trial, HeddleRuntimeBuilder builder, LogLines log) {
    trial.fakes().forEach((type, maker) -> fake(builder, type, maker));
    if (trial.fakes().containsKey(Log.class)) return;
    builder.capability(Log.class, name -> name.equals(trial.name()) ? log : new LogLines());
  }

  private static <T> void fake(HeddleRuntimeBuilder builder, Class<T> type, Supplier<?> maker) {
    T fake = type.cast(maker.get());
    if (type.isAnnotationPresent(ComponentInterface.class))
      builder.implementation(type, () -> fake);
    else builder.capability(type, name -> fake);
  }

  @Override
  public void close() {
    onJvm.close();
    inSandbox.close();
  }
}
