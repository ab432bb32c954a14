package dev.heddle.core.spring;

import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.Publication;
import dev.heddle.core.HeddleRuntime;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;

/** Gives implementations that Spring constructs what they publish with, each its own. */
final class PublisherBeans {
  private PublisherBeans() {}

  static void give(
      BeanDefinition bean,
      String component,
      ImplementationDescriptor<?> implementation,
      BeanDefinitionRegistry registry,
      BeanFactory beans) {
    for (Publication publication : implementation.publications()) {
      int parameter = publication.parameter();
      RootBeanDefinition publisher = new RootBeanDefinition(EventPublisher.class);
      publisher.setInstanceSupplier(
          () ->
              beans
                  .getBean(HeddleRuntime.class)
                  .events()
                  .orElseThrow()
                  .publisher(component, implementation, parameter));
      publisher.setAutowireCandidate(false);
      publisher.setLazyInit(true);
      String name = "heddle.publisher." + component + "." + publication.event().name();
      registry.registerBeanDefinition(name, publisher);
      bean.getConstructorArgumentValues()
          .addIndexedArgumentValue(parameter, new RuntimeBeanReference(name));
    }
  }
}
