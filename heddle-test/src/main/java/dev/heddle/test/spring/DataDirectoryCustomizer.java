package dev.heddle.test.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each application context of Spring's tests a data directory of its own, so that tests
 * neither see the developer's data nor lock each other out. It is made when the context is, and
 * deleted with it. What a test itself sets for {@code heddle.data-directory} stands.
 */
record DataDirectoryCustomizer() implements ContextCustomizer {
  private static final String NAME = "heddle.test.data-directory";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    Path directory = directory();
    MutablePropertySources sources = context.getEnvironment().getPropertySources();
    MapPropertySource source =
        new MapPropertySource(NAME, Map.of("heddle.data-directory", directory.toString()));
    // Behind what tests set, before the application's own configuration.
    String first = StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME;
    if (sources.contains(first)) sources.addBefore(first, source);
    else sources.addLast(source);
    if (context.getBeanFactory() instanceof DefaultSingletonBeanRegistry beans) {
      // Registered before every bean, so destroyed after them.
      beans.registerDisposableBean(NAME, () -> FileSystemUtils.deleteRecursively(directory));
    }
  }

  private static Path directory() {
    try {
      return Files.createTempDirectory("heddle-test");
    } catch (IOException failure) {
      throw new UncheckedIOException("no folder can be made for a test's data", failure);
    }
  }
}
