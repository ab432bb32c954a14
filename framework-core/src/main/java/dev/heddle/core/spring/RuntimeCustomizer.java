package dev.heddle.core.spring;

import dev.heddle.core.HeddleRuntimeBuilder;

/**
 * A bean that changes the runtime's description before the runtime is built from it.
 *
 * <p>So a test with Spring puts a fake in a component's place: {@code
 * builder.implementation(Ad.class, () -> fake)}. Calls to the fake go the way that calls to the
 * real one go, deadline and counting included. Where there are several such beans, they are asked
 * in Spring's order.
 */
@FunctionalInterface
public interface RuntimeCustomizer {

  /** Changes {@code builder}, which already knows the application's configuration and beans. */
  void customize(HeddleRuntimeBuilder builder);
}
