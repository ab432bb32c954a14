package dev.heddle.core;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import java.util.List;

/** An implementation that is only talked about. */
class DescribedImplementation<C> implements ImplementationDescriptor<C> {
  private final Class<C> component;
  private final Runtime runtime;
  private final List<Dependency> dependencies;

  DescribedImplementation(Class<C> component, Runtime runtime, List<Dependency> dependencies) {
    this.component = component;
    this.runtime = runtime;
    this.dependencies = dependencies;
  }

  @Override
  public Class<C> component() {
    return component;
  }

  @Override
  public Runtime runtime() {
    return runtime;
  }

  @Override
  public List<Dependency> dependencies() {
    return dependencies;
  }

  @Override
  public Class<? extends C> type() {
    return component;
  }

  @Override
  public C create(Dependencies given) {
    throw new AssertionError("nothing is made while it is checked");
  }
}
