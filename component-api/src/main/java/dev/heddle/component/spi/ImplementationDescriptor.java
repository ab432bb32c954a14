package dev.heddle.component.spi;

import dev.heddle.component.Runtime;
import java.util.List;
import java.util.Optional;

/**
 * The generated metadata of one implementation of a component. Immutable.
 *
 * @param <C> the component interface
 */
public interface ImplementationDescriptor<C> {

  /** The component interface. */
  Class<C> component();

  /** The annotated class. */
  Class<? extends C> type();

  /** Where the implementation can run. */
  Runtime runtime();

  /** What configuration may call it besides its class name; empty for nothing. */
  default String name() {
    return "";
  }

  /** Whether it runs where configuration chooses none of several. */
  default boolean primary() {
    return false;
  }

  /** In how many processes it may run at a time; 0 for any number. */
  default int maxReplicas() {
    return 0;
  }

  /** How the settings are read that the constructor asks for as a record, if it does. */
  default Optional<SettingsBinding<?>> settings() {
    return Optional.empty();
  }

  /** The constructor's parameters, in order. */
  List<Dependency> dependencies();

  /**
   * Constructs the implementation.
   *
   * @throws UnsupportedOperationException for {@link Runtime#JVM}, which Spring constructs
   */
  C create(Dependencies dependencies);

  /**
   * How the capabilities travel that the constructor of one with {@link Runtime#WASM} asks for, but
   * for {@link java.time.InstantSource} and what publishes events.
   */
  default List<ComponentDescriptor<?>> capabilities() {
    return List.of();
  }

  /** What the constructor asks to publish. */
  default List<Publication> publications() {
    return List.of();
  }
}
