package dev.heddle.core.spring;

import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import sun.misc.Signal;

/**
 * A replica of an application, which hosts its sandboxed components and nothing else: no web
 * server, none of the application's beans. It reads the application's configuration, and runs from
 * the application's class path. A {@link Satellite} needs no more; with a server behind a
 * capability the replica is a Spring application, of Heddle's auto-configurations alone and of
 * those that record traces.
 */
public final class ReplicaApplication {

  /** Starts it. */
  public static void main(String[] arguments) {
    // A terminal's Ctrl-C reaches all processes; whoever started this one stops it in its turn.
    Signal.handle(new Signal("INT"), ignored -> {});
    ReplicaEnvironment environment = ReplicaEnvironment.prepare(arguments);
    if (Satellite.suffices(environment)) {
      SatelliteProcess.run(environment);
    } else {
      runSpring(arguments);
    }
  }

  private static void runSpring(String[] arguments) {
    SpringApplication replica = new SpringApplication(Parts.class);
    replica.setWebApplicationType(WebApplicationType.NONE);
    replica.setBannerMode(org.springframework.boot.Banner.Mode.OFF);
    replica.setKeepAlive(true);
    replica.run(arguments);
  }

  private ReplicaApplication() {}

  /** What it is made of. */
  @Configuration(proxyBeanMethods = false)
  @Import(HeddleParts.class)
  static class Parts {}

  /** Heddle's auto-configurations, what they rest on, and tracing where it is configured. */
  static final class HeddleParts extends ChosenAutoConfigurations {
    private static final Set<String> BASIS =
        Set.of(
            ConfigurationPropertiesAutoConfiguration.class.getName(),
            LifecycleAutoConfiguration.class.getName(),
            PropertyPlaceholderAutoConfiguration.class.getName());

    @Override
    boolean chosen(String name) {
      return name.startsWith("dev.heddle.")
          || BASIS.contains(name)
          || SatelliteTracing.PARTS.contains(name)
              && SatelliteTracing.configured(getEnvironment(), getBeanClassLoader());
    }
  }
}
