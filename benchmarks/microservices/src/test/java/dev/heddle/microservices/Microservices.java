package dev.heddle.microservices;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ConfigurableApplicationContext;

/** All services and the front, each with a web server of its own, in one process. */
final class Microservices implements AutoCloseable {
  private final List<ConfigurableApplicationContext> running = new ArrayList<>();

  Microservices(Path data) {
    List<String> addresses = new ArrayList<>();
    for (Service service : Service.values()) {
      int port = start(service.word(), data.resolve(service.word()), addresses);
      addresses.add("--" + service.addressProperty() + "=http://127.0.0.1:" + port);
    }
    start(Boot.FRONT, data, addresses);
  }

  private int start(String name, Path data, List<String> addresses) {
    List<String> arguments = new ArrayList<>(addresses);
    arguments.add("--server.port=0");
    arguments.add("--logging.level.root=warn");
    arguments.add("--heddle.data-directory=" + data);
    running.add(Boot.start(name, arguments.toArray(String[]::new)));
    return port();
  }

  /** Where the front is. */
  int port() {
    return port(running.getLast());
  }

  static int port(ConfigurableApplicationContext context) {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    running.reversed().forEach(ConfigurableApplicationContext::close);
  }
}
