package dev.heddle.boutique;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;

/** What Spring Boot is told of auto-configurations in advance is what they say themselves. */
class AutoConfigurationMetadataTest {

  @Test
  void everyAutoConfigurationSaysInAdvanceWhatItComesBeforeAndAfter() throws Exception {
    Properties told = told();
    List<String> ours =
        ImportCandidates.load(AutoConfiguration.class, getClass().getClassLoader())
            .getCandidates()
            .stream()
            .filter(name -> name.startsWith("dev.heddle."))
            .toList();

    assertThat(ours).hasSizeGreaterThan(10);
    for (String name : ours) {
      AutoConfiguration said = Class.forName(name).getAnnotation(AutoConfiguration.class);
      assertThat(told).as(name).containsKey(name);
      assertThat(names(told, name + ".AutoConfigureBefore"))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(names(said.before(), said.beforeName()));
      assertThat(names(told, name + ".AutoConfigureAfter"))
          .as(name)
          .containsExactlyInAnyOrderElementsOf(names(said.after(), said.afterName()));
    }
  }

  private static List<String> names(Class<?>[] classes, String[] names) {
    return Stream.concat(Arrays.stream(classes).map(Class::getName), Arrays.stream(names)).toList();
  }

  private static List<String> names(Properties told, String key) {
    return Arrays.stream(told.getProperty(key, "").split(",")).filter(n -> !n.isEmpty()).toList();
  }

  private Properties told() throws Exception {
    Properties told = new Properties();
    List<URL> files =
        getClass()
            .getClassLoader()
            .resources("META-INF/spring-autoconfigure-metadata.properties")
            .toList();
    for (URL file : files) {
      try (InputStream in = file.openStream()) {
        told.load(in);
      }
    }
    return told;
  }
}
