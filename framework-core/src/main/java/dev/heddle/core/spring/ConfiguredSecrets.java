package dev.heddle.core.spring;

import dev.heddle.component.capability.Secrets;
import dev.heddle.core.capability.LocalSecrets;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Components' secrets, from where configuration says that they are. */
final class ConfiguredSecrets {

  private ConfiguredSecrets() {}

  static Secrets of(HeddleProperties.Secrets configured, ConfigurableEnvironment environment) {
    // The environment alone: not what else Spring reads, where nobody expects secrets.
    Optional<PropertySource<?>> variables =
        Optional.ofNullable(
            environment
                .getPropertySources()
                .get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME));
    return new LocalSecrets(
        Optional.ofNullable(configured.directory()),
        configured.environmentPrefix(),
        name -> variables.map(source -> source.getProperty(name)).map(Object::toString));
  }
}
