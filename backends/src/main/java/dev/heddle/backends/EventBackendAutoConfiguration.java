package dev.heddle.backends;

import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventBounds;
import dev.heddle.core.spring.EventProperties;
import dev.heddle.core.spring.HeddleAutoConfiguration;
import dev.heddle.core.spring.RuntimeCustomizer;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Lets the server that {@code heddle.events.backend} names keep the events. */
@AutoConfiguration(before = HeddleAutoConfiguration.class)
@ConditionalOnMissingBean(EventBackend.Factory.class)
@ConditionalOnProperty(name = "heddle.events.backend", havingValue = "nats")
@EnableConfigurationProperties({NatsSettings.class, EventProperties.class})
public class EventBackendAutoConfiguration {

  @Bean
  NatsConnection heddleNatsConnection(NatsSettings settings, EventProperties events) {
    EventBounds bounds = new EventBounds(events.maxBacklog(), events.maxDeadLetters());
    return new NatsConnection(new NatsLayout(settings, bounds));
  }

  @Bean
  EventBackend.Factory heddleNatsEvents(NatsConnection server) {
    return subscriptions -> new NatsEventBackend(server, subscriptions);
  }

  @Bean
  RuntimeCustomizer heddleNatsStart(NatsConnection server, NatsSettings settings) {
    return new BackendStart(server, settings.checkAtStart());
  }
}
