package dev.heddle.core.spring;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.HttpCaller;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.component.capability.Secrets;
import dev.heddle.core.ApplicationEvents;
import dev.heddle.core.CallObserver;
import dev.heddle.core.ComponentCatalog;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.HeddleRuntimeBuilder;
import dev.heddle.core.Revision;
import dev.heddle.core.RuntimeOptions;
import dev.heddle.core.capability.EmbeddedKeyValueStore;
import dev.heddle.core.capability.FileBlobStore;
import dev.heddle.core.capability.GeneratorRandomSource;
import dev.heddle.core.capability.JdkHttpCaller;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventOutbox;
import dev.heddle.core.sandbox.Sandbox;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Makes an application's components injectable, with no annotation on the application. */
@AutoConfiguration
@EnableConfigurationProperties({HeddleProperties.class, EventProperties.class})
public class HeddleAutoConfiguration {

  @Bean
  static ComponentBeans heddleComponentBeans(ResourceLoader resources) {
    ClassLoader application = resources.getClassLoader();
    return new ComponentBeans(
        application != null ? application : HeddleAutoConfiguration.class.getClassLoader());
  }

  @Bean
  @ConditionalOnMissingBean
  RuntimeOptions heddleRuntimeOptions(
      HeddleProperties properties, ComponentCatalog catalog, Environment environment) {
    return ConfiguredOptions.of(
        properties, catalog, environment, settings -> Revision.of(Revision.classPath(), settings));
  }

  // Lazy: whoever stores nothing has no files, and no lock on them.
  @Bean
  @Lazy
  @ConditionalOnMissingBean
  @ConditionalOnProperty(
      name = BackendChoice.KEY_VALUE,
      havingValue = "embedded",
      matchIfMissing = true)
  KeyValueStore heddleKeyValueStore(HeddleProperties properties) {
    return EmbeddedKeyValueStore.open(properties.dataDirectory());
  }

  @Bean
  @Lazy
  @ConditionalOnMissingBean
  @ConditionalOnProperty(name = BackendChoice.BLOBS, havingValue = "files", matchIfMissing = true)
  BlobStore heddleBlobStore(HeddleProperties properties) {
    return FileBlobStore.open(properties.dataDirectory().resolve("blobs"));
  }

  @Bean
  @ConditionalOnMissingBean
  Secrets heddleSecrets(HeddleProperties properties, ConfigurableEnvironment environment) {
    return ConfiguredSecrets.of(properties.secrets(), environment);
  }

  @Bean
  @ConditionalOnMissingBean
  HttpCaller heddleHttpCaller(HeddleProperties properties) {
    return new JdkHttpCaller(properties.http().maxResponseSize().toBytes());
  }

  @Bean
  @ConditionalOnMissingBean
  @ConditionalOnProperty(
      name = BackendChoice.EVENTS,
      havingValue = "embedded",
      matchIfMissing = true)
  EventBackend.Factory heddleEventBackend(HeddleProperties properties, EventProperties events) {
    return subscriptions ->
        EventOutbox.open(properties.dataDirectory(), subscriptions, events.bounds());
  }

  @Bean
  @ConditionalOnMissingBean
  InstantSource heddleInstantSource() {
    return InstantSource.system();
  }

  @Bean
  @ConditionalOnMissingBean
  RandomSource heddleRandomSource() {
    return new GeneratorRandomSource(new SecureRandom());
  }

  @Bean
  @ConditionalOnMissingBean
  HeddleRuntime heddleRuntime(
      ComponentCatalog catalog,
      RuntimeOptions options,
      HeddleProperties properties,
      EventProperties events,
      ListableBeanFactory beans,
      ObjectProvider<EventBackend.Factory> eventBackend,
      ObjectProvider<InstantSource> clock,
      ObjectProvider<CallObserver> observer,
      ObjectProvider<Sandbox> sandbox,
      ObjectProvider<RuntimeCustomizer> customizers) {
    HeddleRuntimeBuilder builder = HeddleRuntime.builder(catalog).options(options);
    BackendChoice.of(properties, beans).forEach(builder::problem);
    new CapabilityGrants(CapabilitySource.of(beans), options, properties)
        .grantAll(catalog, builder);
    ComponentBeans.supplyJvmImplementations(catalog, beans, builder);
    eventBackend.ifUnique(
        backend ->
            builder.events(
                new ApplicationEvents.Setup(
                    backend, events.policy(), clock.getIfUnique(InstantSource::system))));
    observer.ifUnique(builder::observer);
    sandbox.ifUnique(builder::sandbox);
    customizers.orderedStream().forEach(customizer -> customizer.customize(builder));
    return builder.build();
  }

  @Bean
  SmartInitializingSingleton heddleStart(HeddleRuntime runtime) {
    return runtime::start;
  }

  @Bean
  EventDelivery heddleEventDelivery(HeddleRuntime runtime) {
    return new EventDelivery(runtime);
  }
}
