package dev.heddle.core.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.boot.context.logging.LoggingApplicationListener;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.logging.DeferredLogs;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.support.AnsiOutputApplicationListener;
import org.springframework.boot.support.EnvironmentPostProcessorsFactory;
import org.springframework.core.env.ConfigurablePropertyResolver;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * The application's configuration and its log, as Spring Boot sets them up, without an application:
 * the files, the environment, the command line, and what post-processors on the class path add.
 */
final class ReplicaEnvironment extends StandardEnvironment {

  private ReplicaEnvironment() {}

  /** Reads the configuration, and begins to log as it says. */
  static ReplicaEnvironment prepare(String[] arguments) {
    SpringApplication application = new SpringApplication(ReplicaApplication.class);
    application.setWebApplicationType(WebApplicationType.NONE);
    DefaultBootstrapContext bootstrap = new DefaultBootstrapContext();
    LoggingApplicationListener logging = new LoggingApplicationListener();
    logging.onApplicationEvent(new ApplicationStartingEvent(bootstrap, application, arguments));
    ReplicaEnvironment environment = new ReplicaEnvironment();
    environment.setConversionService(new ApplicationConversionService());
    if (arguments.length > 0) {
      environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
    }
    ConfigurationPropertySources.attach(environment);
    DeferredLogs logs = new DeferredLogs();
    for (EnvironmentPostProcessor each :
        EnvironmentPostProcessorsFactory.fromSpringFactories(application.getClassLoader())
            .getEnvironmentPostProcessors(logs, bootstrap)) {
      each.postProcessEnvironment(environment, application);
    }
    var prepared =
        new ApplicationEnvironmentPreparedEvent(bootstrap, application, arguments, environment);
    new AnsiOutputApplicationListener().onApplicationEvent(prepared);
    logging.onApplicationEvent(prepared);
    logs.switchOverAll();
    return environment;
  }

  /** Ends the log. */
  static void closeLog() {
    Runnable end =
        LoggingSystem.get(ReplicaEnvironment.class.getClassLoader()).getShutdownHandler();
    if (end != null) end.run();
  }

  // As in an application, profiles are a matter of the configuration's files alone.

  @Override
  protected @Nullable String doGetActiveProfilesProperty() {
    return null;
  }

  @Override
  protected @Nullable String doGetDefaultProfilesProperty() {
    return null;
  }

  @Override
  protected ConfigurablePropertyResolver createPropertyResolver(MutablePropertySources sources) {
    return ConfigurationPropertySources.createPropertyResolver(sources);
  }
}
