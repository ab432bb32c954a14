package dev.heddle.core.spring;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.ArgumentResolver;

/** A process that is a satellite: it ends when it is told to, or cannot start. */
final class SatelliteProcess {
  private static final Logger LOG = LoggerFactory.getLogger(ReplicaApplication.class);

  private SatelliteProcess() {}

  /** Runs it; comes back only with the end of the process. */
  static void run(ConfigurableEnvironment environment) {
    ClassLoader application = Thread.currentThread().getContextClassLoader();
    try {
      Satellite satellite = new Satellite(environment, application);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> end(satellite), "heddle-end"));
      satellite.start();
      LOG.info("Started ReplicaApplication in {} seconds", secondsSinceStart());
      new CountDownLatch(1).await();
    } catch (Exception | Error failure) {
      report(failure, environment, application);
      System.exit(1);
    }
  }

  /** As long as the process has run, by the clock of the system, which has its start in 10 ms. */
  private static double secondsSinceStart() {
    Instant now = Instant.now();
    Instant begun = ProcessHandle.current().info().startInstant().orElse(now);
    return Duration.between(begun, now).toMillis() / 1000.0;
  }

  private static void end(Satellite satellite) {
    satellite.close();
    ReplicaEnvironment.closeLog();
  }

  /** Says in words what is wrong, where Spring Boot or Heddle has words for it. */
  private static void report(
      Throwable failure, ConfigurableEnvironment environment, ClassLoader application) {
    try (GenericApplicationContext none = new GenericApplicationContext()) {
      none.setEnvironment(environment);
      List<SpringBootExceptionReporter> reporters =
          SpringFactoriesLoader.forDefaultResourceLocation(application)
              .load(
                  SpringBootExceptionReporter.class,
                  ArgumentResolver.of(ConfigurableApplicationContext.class, none));
      for (SpringBootExceptionReporter each : reporters) {
        if (each.reportException(failure)) return;
      }
      LOG.error("this replica cannot start", failure);
    }
  }
}
