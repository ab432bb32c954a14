package dev.heddle.microservices;

import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.ComponentCatalog;
import org.springframework.beans.factory.BeanFactory;

/**
 * Makes the boutique's implementations, whose classes are their packages' own: by the constructors
 * that were generated for them, with clients of other services where they ask for components.
 */
final class Implementations {
  private final ComponentCatalog catalog;
  private final BeanFactory beans;

  Implementations(BeanFactory beans) {
    this.catalog = ComponentCatalog.discover(Implementations.class.getClassLoader());
    this.beans = beans;
  }

  /** A new instance of the implementation of a component. */
  <C> C of(Class<C> component) {
    return catalog.implementations().stream()
        .filter(descriptor -> descriptor.component() == component)
        .findFirst()
        .map(descriptor -> component.cast(make(descriptor)))
        .orElseThrow();
  }

  private <C> C make(ImplementationDescriptor<C> descriptor) {
    String component = descriptor.component().getSimpleName();
    return descriptor.create(new BeanDependencies(component, descriptor, beans));
  }
}
