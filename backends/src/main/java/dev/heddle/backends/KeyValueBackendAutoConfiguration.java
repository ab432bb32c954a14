package dev.heddle.backends;

import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.core.spring.HeddleAutoConfiguration;
import dev.heddle.core.spring.HeddleProperties;
import dev.heddle.core.spring.RuntimeCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the server that {@code heddle.key-value.backend} names behind the key-value stores. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
public class KeyValueBackendAutoConfiguration {

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(KeyValueStore.class)
  @ConditionalOnProperty(name = "heddle.key-value.backend", havingValue = "redis")
  @EnableConfigurationProperties(RedisSettings.class)
  static class Redis {

    @Bean
    RedisKeyValueStore heddleRedisStore(RedisSettings settings) {
      return new RedisKeyValueStore(settings);
    }

    @Bean
    RuntimeCustomizer heddleRedisStart(RedisKeyValueStore store, HeddleProperties properties) {
      return new BackendStart(store, properties.keyValue().checkAtStart());
    }
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnMissingBean(KeyValueStore.class)
  @ConditionalOnProperty(name = "heddle.key-value.backend", havingValue = "postgresql")
  @EnableConfigurationProperties(PostgresqlSettings.class)
  static class Postgresql {

    @Bean
    PostgresqlKeyValueStore heddlePostgresqlStore(PostgresqlSettings settings) {
      return new PostgresqlKeyValueStore(settings);
    }

    @Bean
    RuntimeCustomizer heddlePostgresqlStart(
        PostgresqlKeyValueStore store, HeddleProperties properties) {
      return new BackendStart(store, properties.keyValue().checkAtStart());
    }
  }
}
