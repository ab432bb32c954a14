package dev.heddle.microservices;

import dev.heddle.boutique.checkout.OrderPlaced;
import dev.heddle.boutique.email.AddressRejected;
import dev.heddle.boutique.email.Email;
import dev.heddle.component.capability.EventPublisher;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.Log;
import dev.heddle.component.spi.Dependencies;
import dev.heddle.component.spi.Dependency.Kind;
import dev.heddle.component.spi.ImplementationDescriptor;
import dev.heddle.component.spi.SettingValues;
import dev.heddle.core.capability.LoggingSystemLog;
import dev.heddle.core.capability.ScopedKeyValueStore;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.BeanFactory;

/** Beans for an implementation's constructor: clients of other services, and what they rest on. */
record BeanDependencies(
    String component, ImplementationDescriptor<?> implementation, BeanFactory beans)
    implements Dependencies {

  @Override
  public <T> T get(int index, Class<T> type) {
    if (implementation.dependencies().get(index).kind() == Kind.SETTINGS) {
      return type.cast(implementation.settings().orElseThrow().bind(new SettingValues(Map.of())));
    }
    if (type == KeyValueStore.class) {
      return type.cast(new ScopedKeyValueStore(beans.getBean(KeyValueStore.class), component));
    }
    if (type == Log.class) return type.cast(new LoggingSystemLog(component, "microservices"));
    if (type == EventPublisher.class) return type.cast(mail(beans.getBean(Email.class)));
    return beans.getBean(type);
  }

  @Override
  public <T> Optional<T> optional(int index, Class<T> type) {
    return Optional.of(get(index, type));
  }

  /** Orders are told to the mail service in a request of their own, as shops like this one do. */
  private static EventPublisher<OrderPlaced> mail(Email email) {
    return placed -> {
      try {
        email.confirm(placed);
      } catch (AddressRejected rejected) {
        new LoggingSystemLog("Checkout", "microservices").warn("No mail: " + rejected.problem());
      }
    };
  }
}
