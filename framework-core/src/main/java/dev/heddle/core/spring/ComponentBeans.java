package dev.heddle.core.spring;

import dev.heddle.component.Runtime;
import dev.heddle.component.spi.ComponentDescriptor;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.beans.factory.support.RootBeanDefinition;

/**
 * Turns components into beans. Each component interface gets a primary bean, the stub that the
 * application's own beans call. An implementation with {@link Runtime#JVM} is a bean too, but one
 * that nobody is given: whoever asks for the interface gets the stub. Its own constructor gets what
 * is its own: stubs that call in its name, the capabilities it is granted, its settings.
 */
final class ComponentBeans implements BeanDefinitionRegistryPostProcessor {
  private final ClassLoader classLoader;

  ComponentBeans(ClassLoader classLoader) {
    this.classLoader = classLoader;
  }

  /** Name of the bean of an implementation that Spring constructs. */
  private static String implementationBean(ImplementationDescriptor<?> implementation) {
    return "heddle.implementation." + implementation.type().getName();
  }

  /** Lets the runtime ask Spring for the implementations that Spring constructs. */
  static void supplyJvmImplementations(
      ComponentCatalog catalog, BeanFactory beans, HeddleRuntimeBuilder builder) {
    catalog.implementations().stream()
        .filter(implementation -> beans.containsBean(implementationBean(implementation)))
        .forEach(implementation -> supply(implementation, beans, builder));
  }

  private static <C> void supply(
      ImplementationDescriptor<C> implementation, BeanFactory beans, HeddleRuntimeBuilder builder) {
    builder.bean(
        implementation,
        // By its interface: a proxy around the bean may be all that there is.
        () -> beans.getBean(implementationBean(implementation), implementation.component()));
  }

  @Override
  public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
    ComponentCatalog catalog = ComponentCatalog.discover(classLoader);
    RootBeanDefinition found = new RootBeanDefinition(ComponentCatalog.class);
    found.setInstanceSupplier(() -> catalog);
    registry.registerBeanDefinition("heddle.catalog", found);
    if (!(registry instanceof ConfigurableListableBeanFactory beans)) {
      throw new IllegalStateException("component beans need a listable bean factory");
    }
    Map<Class<?>, ComponentDescriptor<?>> components =
        catalog.components().stream()
            .collect(
                Collectors.toMap(
                    ComponentDescriptor::type, Function.identity(), (first, second) -> first));
    components.values().forEach(component -> registerStub(registry, beans, component));
    Map<Class<?>, Long> counts =
        catalog.implementations().stream()
            .collect(
                Collectors.groupingBy(ImplementationDescriptor::component, Collectors.counting()));
    for (ImplementationDescriptor<?> implementation : catalog.implementations()) {
      ComponentDescriptor<?> component = components.get(implementation.component());
      if (implementation.runtime() != Runtime.JVM || component == null) continue;
      BeanDefinition bean = jvmBean(registry, beans, implementation);
      // Whoever asks for the interface is to get the stub.
      bean.setAutowireCandidate(false);
      // Of several only the chosen one is made: the runtime asks for it at its start.
      if (counts.getOrDefault(implementation.component(), 0L) > 1) bean.setLazyInit(true);
      if (bean.getFactoryMethodName() != null) continue;
      if (bean instanceof AbstractBeanDefinition definition) {
        definition.setInstanceSupplier(
            () -> new JvmConstruction(component.name(), implementation, beans).construct());
      }
    }
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
    // Everything is done while definitions can still be added.
  }

  private static <C> void registerStub(
      BeanDefinitionRegistry registry,
      ConfigurableListableBeanFactory beans,
      ComponentDescriptor<C> component) {
    RootBeanDefinition stub = new RootBeanDefinition(component.type());
    stub.setInstanceSupplier(() -> stub(beans, component.type()));
    stub.setPrimary(true);
    stub.setLazyInit(true);
    stub.setDescription("stub of the component " + component.name());
    registry.registerBeanDefinition("heddle.component." + component.name(), stub);
  }

  /** The stub; null, which is Spring's word for no bean, when the component is to be absent. */
  private static <C> @Nullable C stub(ConfigurableListableBeanFactory beans, Class<C> type) {
    HeddleRuntime runtime = beans.getBean(HeddleRuntime.class);
    return runtime.has(type)
        ? runtime.component(beans.getBean(HeddleProperties.class).front(), type)
        : null;
  }

  /** The definition of the bean of an implementation: the application's own, or a new one. */
  private static BeanDefinition jvmBean(
      BeanDefinitionRegistry registry,
      ConfigurableListableBeanFactory beans,
      ImplementationDescriptor<?> implementation) {
    String name = implementationBean(implementation);
    List<String> declared = declared(beans, implementation.type());
    if (declared.size() > 1) {
      throw new IllegalStateException(
          "an implementation is one bean: "
              + implementation.type().getName()
              + " is declared as "
              + String.join(" and ", declared)
              + ". Remove all but one");
    }
    if (declared.size() == 1) {
      registry.registerAlias(declared.getFirst(), name);
      return registry.getBeanDefinition(declared.getFirst());
    }
    RootBeanDefinition bean = new RootBeanDefinition(implementation.type());
    // The runtime asks for it at its start, unless the component is placed elsewhere.
    bean.setLazyInit(true);
    bean.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
    registry.registerBeanDefinition(name, bean);
    return bean;
  }

  private static List<String> declared(ConfigurableListableBeanFactory beans, Class<?> type) {
    return Stream.of(beans.getBeanNamesForType(type, true, false))
        .filter(name -> !name.startsWith("scopedTarget."))
        .toList();
  }
}
