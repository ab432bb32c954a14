package dev.heddle.test;

import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.sandbox.Sandbox;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a test's application is made of.
 *
 * @param catalog the components on the class path
 * @param seed where the randomness starts
 * @param components options by the components' names
 * @param copying whether calls go through bytes
 * @param remote whether components run in a second process
 * @param sandbox what runs the components that are placed in it
 * @param fakes what takes the place of components and capabilities
 * @param change changes what was described, last
 * @param recorder writes down its calls
 */
record TestSetup(
    ComponentCatalog catalog,
    long seed,
    Map<String, ComponentOptions> components,
    boolean copying,
    boolean remote,
    Optional<Sandbox> sandbox,
    Fakes fakes,
    Consumer<HeddleRuntimeBuilder> change,
    Optional<CallRecorder> recorder) {

  static TestSetup of(HeddleTest test, Mode mode, Fakes fakes) {
    ComponentCatalog catalog = discovered();
    Map<String, ComponentOptions> components =
        new TreeMap<>(TestSettings.parse(test.settings(), test.implementations()));
    if (mode == Mode.SANDBOXED) SandboxedMode.place(catalog, fakes, components);
    return new TestSetup(
        catalog,
        test.seed(),
        components,
        mode == Mode.COPY,
        mode == Mode.REMOTE,
        mode == Mode.SANDBOXED ? Optional.of(SandboxedMode.sandbox()) : Optional.empty(),
        fakes,
        builder -> {},
        mode == Mode.LOCAL ? CallRecorder.begin() : Optional.empty());
  }

  /** The components on the class path. */
  static ComponentCatalog discovered() {
    return ComponentCatalog.discover(Thread.currentThread().getContextClassLoader());
  }
}
