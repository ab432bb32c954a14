package dev.heddle.test;

import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.sandbox.Sandbox;
import dev.heddle.test.Trial.Difference;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Compares a component inside the sandbox with itself on the Java virtual machine: calls its
 * methods on random and on recorded arguments, and fails with the smallest call found whose
 * results, exceptions or log lines differ.
 *
 * <pre>{@code
 * @Test
 * void answersTheSameInsideTheSandbox() {
 *   SandboxDifference.of(Currency.class).among(String.class, "EUR", "JPY").check();
 * }
 * }</pre>
 *
 * <p>It starts two applications, as {@link HeddleTest} does, in one of which the component is
 * sandboxed; clocks stand, and both draw the same random numbers. The calls come in rounds of up to
 * {@value #ROUND}, each with fresh applications, so that what one call stores another finds. Needs
 * what {@link Mode#SANDBOXED} needs.
 *
 * <p>Arguments are drawn by the methods' types: extreme numbers, texts of every kind, deep records,
 * large maps; what a method returned or was given is given again. Records are made by their
 * constructors and drawn again when these refuse. For one thread.
 */
public final class SandboxDifference {
  private static final int ROUND = 25;
  private static final int CALLS = 300;

  private final Class<?> component;
  private final Map<Class<?>, Function<RandomGenerator, ?>> own = new HashMap<>();
  private final Map<Class<?>, Supplier<?>> fakes = new HashMap<>();
  private final List<Path> recordings = new ArrayList<>();
  private Supplier<Sandbox> sandboxes = SandboxedMode::sandbox;
  private String[] settings = {};
  private String[] implementations = {};
  private int calls = CALLS;
  private long seed = new Random().nextLong();

  private SandboxDifference(Class<?> component) {
    this.component = component;
  }

  /** Compares a component. */
  public static SandboxDifference of(Class<?> component) {
    return new SandboxDifference(component);
  }

  /** Draws values of a type so, wherever one is needed. */
  public <T> SandboxDifference with(
      Class<T> type, Function<? super RandomGenerator, ? extends T> draw) {
    own.put(type, draw::apply);
    return this;
  }

  /** Draws values of a type from these, wherever one is needed. */
  @SafeVarargs
  public final <T> SandboxDifference among(Class<T> type, T... values) {
    List<T> known = List.of(values);
    return with(type, random -> known.get(random.nextInt(known.size())));
  }

  /** How many random calls are made, {@value #CALLS} unless told otherwise. */
  public SandboxDifference calls(int count) {
    calls = count;
    return this;
  }

  /** Draws as the run did that told this seed. */
  public SandboxDifference seed(long chosen) {
    seed = chosen;
    return this;
  }

  /**
   * Makes the calls of the component that a file holds, too: those that tests recorded with {@code
   * -Dheddle.record-calls=FILE}.
   */
  public SandboxDifference recorded(Path file) {
    recordings.add(file);
    return this;
  }

  /** What takes the place of a component or a capability, made anew for each application. */
  public <T> SandboxDifference fake(Class<T> type, Supplier<? extends T> maker) {
    fakes.put(type, maker);
    return this;
  }

  /** Settings of components, each as {@code Component.key=value}. */
  public SandboxDifference settings(String... chosen) {
    settings = chosen.clone();
    return this;
  }

  /** Which implementations components have, each as {@code Component=name}. */
  public SandboxDifference implementations(String... chosen) {
    implementations = chosen.clone();
    return this;
  }

  /** Where the component runs that is compared with itself, for tests of this class. */
  SandboxDifference inside(Supplier<Sandbox> chosen) {
    sandboxes = chosen;
    return this;
  }

  /**
   * Makes the calls.
   *
   * @throws AssertionError when an outcome differs
   */
  public void check() {
    Trial trial = trial();
    for (Path recording : recordings) {
      for (List<ComponentCall> session : RecordedCalls.read(recording, trial)) {
        trial.run(session).ifPresent(found -> fail(trial, found, "in " + recording));
      }
    }
    Random random = new Random(seed);
    for (int made = 0; made < calls; made += ROUND) {
      int rest = Math.min(ROUND, calls - made);
      randomRound(trial, new RandomValues(random, own), random, rest)
          .ifPresent(found -> fail(trial, found, "by .seed(" + seed + "L)"));
    }
  }

  private static Optional<Difference> randomRound(
      Trial trial, RandomValues values, Random random, int count) {
    List<Method> methods = trial.methods();
    try (Twins twins = new Twins(trial)) {
      List<ComponentCall> before = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        Method method = methods.get(random.nextInt(methods.size()));
        ComponentCall call =
            new ComponentCall(
                method,
                Stream.of(method.getGenericParameterTypes())
                    .map(type -> values.draw(TypeShape.of(type)))
                    .toList());
        Twins.Outcomes outcomes = twins.make(call);
        if (outcomes.differ()) return Optional.of(new Difference(before, call, outcomes));
        before.add(call);
        call.arguments().forEach(values::remember);
        values.remember(outcomes.onJvm().result());
      }
      return Optional.empty();
    }
  }

  private static void fail(Trial trial, Difference found, String origin) {
    throw new AssertionError(DifferenceReport.of(trial, found, origin));
  }

  private Trial trial() {
    ComponentCatalog catalog = TestSetup.discovered();
    ComponentDescriptor<?> descriptor =
        catalog.components().stream()
            .filter(it -> it.type() == component)
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        component.getName()
                            + " is no component of the class path; name its component interface"));
    return new Trial(
        catalog,
        descriptor,
        seed,
        TestSettings.parse(settings, implementations),
        Map.copyOf(fakes),
        sandboxes);
  }
}
