package dev.heddle.core.spring;

import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.HeddleRuntime;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.DependencyDescriptor;
import org.springframework.core.MethodParameter;

/**
 * Constructs an implementation that is a Spring bean: with what is its own (stubs that call in its
 * name, what it is granted, its settings), and for the rest with Spring's beans.
 *
 * @param component name of the component
 */
record JvmConstruction(
    String component,
    ImplementationDescriptor<?> implementation,
    ConfigurableListableBeanFactory beans) {

  Object construct() {
    Constructor<?> constructor =
        Stream.of(implementation.type().getDeclaredConstructors())
            .filter(it -> !Modifier.isPrivate(it.getModifiers()) && !it.isSynthetic())
            .findFirst()
            .orElseThrow();
    Dependencies own = beans.getBean(HeddleRuntime.class).dependencies(component, implementation);
    List<Dependency> dependencies = implementation.dependencies();
    @Nullable Object[] arguments = new @Nullable Object[dependencies.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = argument(constructor, i, dependencies.get(i), own);
    }
    return BeanUtils.instantiateClass(constructor, arguments);
  }

  private @Nullable Object argument(
      Constructor<?> constructor, int index, Dependency dependency, Dependencies own) {
    if (dependency.kind() == Dependency.Kind.BEAN) {
      MethodParameter parameter = new MethodParameter(constructor, index);
      return beans.resolveDependency(
          new DependencyDescriptor(parameter, true), implementation.type().getName());
    }
    return dependency.optional()
        ? own.optional(index, dependency.type())
        : own.get(index, dependency.type());
  }
}
