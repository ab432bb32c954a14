package dev.heddle.microservices;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Starts a process of the boutique: {@code Boot front|SERVICE [--property=value ...]}. */
final class Boot {
  static final String FRONT = "front";

  private Boot() {}

  /** Runs it until its standard input ends. */
  public static void main(String[] arguments) throws IOException {
    String[] properties = Stream.of(arguments).skip(1).toArray(String[]::new);
    try (ConfigurableApplicationContext process = start(arguments[0], properties)) {
      while (System.in.read() >= 0) continue;
    }
  }

  /**
   * Starts the front, or a service.
   *
   * @param properties as on the command line; among them, where the services are that it calls
   */
  static ConfigurableApplicationContext start(String name, String... properties) {
    SpringApplication application =
        name.equals(FRONT)
            ? new SpringApplication(FrontApplication.class)
            : new SpringApplication(ServiceApplication.class, Service.of(name).controller());
    application.setDefaultProperties(
        Map.of("server.tomcat.max-keep-alive-requests", "-1", "spring.main.banner-mode", "off"));
    application.addInitializers(context -> addClients((GenericApplicationContext) context));
    return application.run(properties);
  }

  private static void addClients(GenericApplicationContext context) {
    for (Service service : Service.values()) {
      if (context.getEnvironment().containsProperty(service.addressProperty())) {
        addClient(context, service.component(), service);
      }
    }
  }

  private static <C> void addClient(
      GenericApplicationContext context, Class<C> component, Service service) {
    context.registerBean(
        component, () -> component.cast(context.getBean(Clients.class).of(service)));
  }
}
