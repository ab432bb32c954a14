package dev.heddle.test;

import dev.heddle.component.Capability;
import dev.heddle.component.ComponentInterface;
import dev.heddle.component.Runtime;
import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.Settings;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.Placement;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.RuntimeOptions.ComponentOptions;
import dev.heddle.core.capability.EmbeddedKeyValueStore;
import dev.heddle.core.capability.GeneratorRandomSource;
import dev.heddle.core.capability.InMemoryBlobStore;
import dev.heddle.core.capability.LoggingSystemLog;
import dev.heddle.core.capability.MapSettings;
import dev.heddle.core.capability.ScopedBlobStore;
import dev.heddle.core.capability.ScopedKeyValueStore;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The application of one test method. */
final class TestApplication implements AutoCloseable {
  private static final String CALLER = "Test";
  private static final Set<Class<?>> BUILT_IN =
      Set.of(
          KeyValueStore.class,
          BlobStore.class,
          InstantSource.class,
          RandomSource.class,
          EventPublisher.class,
          Log.class,
          Settings.class);
  private static final long LARGEST_BLOB = 64L * 1024 * 1024;

  private final HeddleRuntime runtime;
  private final TestClock clock;
  private final EmbeddedKeyValueStore store;
  private final Optional<RemoteApplication> remote;

  private TestApplication(
      HeddleRuntime runtime,
      TestClock clock,
      EmbeddedKeyValueStore store,
      Optional<RemoteApplication> remote) {
    this.runtime = runtime;
    this.clock = clock;
    this.store = store;
    this.remote = remote;
  }

  static TestApplication start(TestSetup setup) {
    ComponentCatalog catalog = setup.catalog();
    TestClock clock = new TestClock();
    EmbeddedKeyValueStore store = EmbeddedKeyValueStore.inMemory();
    InMemoryBlobStore blobs = new InMemoryBlobStore();
    Map<String, ComponentOptions> components = setup.components();
    Optional<RemoteApplication> remote =
        setup.remote() ? Optional.of(new RemoteApplication()) : Optional.empty();
    try {
      HeddleRuntimeBuilder builder =
          HeddleRuntime.builder(catalog)
              .options(
                  RuntimeOptions.DEFAULT
                      .withCopyLocalCalls(setup.copying())
                      .withPlacement(setup.remote() ? Placement.REMOTE : Placement.LOCAL)
                      .withComponents(components))
              .events(TestEvents.setup(clock))
              .capability(KeyValueStore.class, name -> new ScopedKeyValueStore(store, name))
              .capability(BlobStore.class, name -> new ScopedBlobStore(blobs, name, LARGEST_BLOB))
              .capability(InstantSource.class, name -> clock)
              .capability(RandomSource.class, randomSource(setup.seed()))
              .capability(
                  Log.class, name -> new LoggingSystemLog(name, RuntimeOptions.DEFAULT.revision()))
              .capability(
                  Settings.class,
                  name ->
                      new MapSettings(
                          components.getOrDefault(name, ComponentOptions.NONE).settings()));
      setup.sandbox().ifPresent(builder::sandbox);
      remote.ifPresent(it -> builder.replicas(it.replicas()));
      refuseWhatIsMissing(catalog, builder);
      setup.fakes().values().forEach((type, fake) -> replace(builder, type, fake));
      setup.change().accept(builder);
      AtomicReference<HeddleRuntime> built = new AtomicReference<>();
      setup.recorder().ifPresent(it -> it.watch(catalog, builder, built::get));
      HeddleRuntime runtime = builder.build();
      built.set(runtime);
      remote.ifPresent(it -> it.start(runtime, setup));
      runtime.start();
      return new TestApplication(runtime, clock, store, remote);
    } catch (RuntimeException | Error failure) {
      remote.ifPresent(RemoteApplication::close);
      store.close();
      throw failure;
    }
  }

  /** Whether a test method may ask for a type. */
  static boolean offers(Class<?> type) {
    return replaceable(type)
        || type == TestClock.class
        || type == TestEvents.class
        || type == HeddleRuntime.class;
  }

  /** Whether a type is a component or a capability. */
  static boolean replaceable(Class<?> type) {
    return type.isAnnotationPresent(ComponentInterface.class)
        || type.isAnnotationPresent(Capability.class)
        || type == InstantSource.class;
  }

  Object get(Class<?> type) {
    if (type == TestClock.class) return clock;
    if (type == HeddleRuntime.class) return runtime;
    if (type == TestEvents.class) return new TestEvents(runtime);
    return type.isAnnotationPresent(ComponentInterface.class)
        ? runtime.component(CALLER, type)
        : runtime.grant(CALLER, type);
  }

  @Override
  public void close() {
    runtime.close();
    remote.ifPresent(RemoteApplication::close);
    store.close();
  }

  /** Sequences differ by component, so that one's use of randomness does not move another's. */
  private static java.util.function.Function<String, RandomSource> randomSource(long seed) {
    return name -> new GeneratorRandomSource(new Random(seed ^ name.hashCode()));
  }

  private static void refuseWhatIsMissing(ComponentCatalog catalog, HeddleRuntimeBuilder builder) {
    Set<Class<?>> implemented =
        catalog.implementations().stream()
            .map(ImplementationDescriptor::component)
            .collect(Collectors.toCollection(HashSet::new));
    catalog.components().stream()
        .map(ComponentDescriptor::type)
        .filter(type -> !implemented.contains(type) && !canBeMissing(catalog, type))
        .forEach(type -> supply(builder, type, Missing.of(type)));
    catalog.implementations().stream()
        .filter(implementation -> implementation.runtime() == Runtime.JVM)
        .forEach(implementation -> leaveToSpring(builder, implementation));
    catalog.implementations().stream()
        .flatMap(implementation -> implementation.dependencies().stream())
        .filter(dependency -> dependency.kind() == Dependency.Kind.CAPABILITY)
        .filter(dependency -> !dependency.optional())
        .map(Dependency::type)
        .filter(type -> !BUILT_IN.contains(type))
        .forEach(type -> grant(builder, type, Missing.of(type)));
  }

  private static void replace(HeddleRuntimeBuilder builder, Class<?> type, Object fake) {
    if (type.isAnnotationPresent(ComponentInterface.class)) supply(builder, type, fake);
    else grant(builder, type, fake);
  }

  /** Whether everybody who asks for a component can do without it. */
  private static boolean canBeMissing(ComponentCatalog catalog, Class<?> component) {
    List<Dependency> asking =
        catalog.implementations().stream()
            .flatMap(implementation -> implementation.dependencies().stream())
            .filter(dependency -> dependency.type() == component)
            .toList();
    return !asking.isEmpty() && asking.stream().allMatch(Dependency::optional);
  }

  private static <C> void leaveToSpring(
      HeddleRuntimeBuilder builder, ImplementationDescriptor<C> implementation) {
    builder.bean(implementation, () -> Missing.of(implementation.component()));
  }

  private static <C> void supply(HeddleRuntimeBuilder builder, Class<C> type, Object fake) {
    Supplier<C> supplier = () -> type.cast(fake);
    builder.implementation(type, supplier);
  }

  private static <T> void grant(HeddleRuntimeBuilder builder, Class<T> type, Object fake) {
    builder.capability(type, name -> type.cast(fake));
  }
}
