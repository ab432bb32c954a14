package dev.heddle.microservices;

import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.RandomSource;
import dev.heddle.core.capability.EmbeddedKeyValueStore;
import dev.heddle.core.capability.GeneratorRandomSource;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * One service: Spring MVC on Tomcat with Jackson, and neither metrics nor traces nor anything else
 * that a request would pay for.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  LifecycleAutoConfiguration.class,
  TomcatServletWebServerAutoConfiguration.class,
  DispatcherServletAutoConfiguration.class,
  JacksonAutoConfiguration.class,
  HttpMessageConvertersAutoConfiguration.class,
  WebMvcAutoConfiguration.class
})
@Import({Clients.class, Refusals.class})
class ServiceApplication {

  @Bean
  Implementations implementations(BeanFactory beans) {
    return new Implementations(beans);
  }

  @Bean
  @Lazy
  KeyValueStore store(@Value("${heddle.data-directory}") Path directory) {
    return EmbeddedKeyValueStore.open(directory);
  }

  @Bean
  RandomSource random() {
    return new GeneratorRandomSource(new SecureRandom());
  }

  @Bean
  InstantSource clock() {
    return InstantSource.system();
  }
}
