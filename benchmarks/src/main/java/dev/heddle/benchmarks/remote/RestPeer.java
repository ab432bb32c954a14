package dev.heddle.benchmarks.remote;

import dev.heddle.benchmarks.Order;
import dev.heddle.benchmarks.remote.RestShop.Sum;
import dev.heddle.benchmarks.remote.RestShop.Summands;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** Spring Boot on Tomcat with virtual threads, called through RestClient over the JDK's client. */
record RestPeer() implements Peer {

  /** Nothing but Spring: what Heddle adds to applications is not measured here. */
  @SpringBootConfiguration(proxyBeanMethods = false)
  @EnableAutoConfiguration(
      excludeName = {
        "dev.heddle.core.spring.HeddleAutoConfiguration",
        "dev.heddle.core.spring.HeddleWebAutoConfiguration",
        "dev.heddle.core.spring.HeddleActuatorAutoConfiguration",
        "dev.heddle.core.spring.HeddleMetricsAutoConfiguration",
        "dev.heddle.core.spring.HeddleReplicaAutoConfiguration",
        "dev.heddle.core.spring.HeddleTracingAutoConfiguration",
        "dev.heddle.transport.spring.TransportAutoConfiguration",
        "dev.heddle.sandbox.spring.SandboxAutoConfiguration"
      })
  @Import(RestShop.class)
  static class Application {}

  @Override
  public Served serve() {
    SpringApplication application = new SpringApplication(Application.class);
    application.setDefaultProperties(
        Map.of(
            "server.port", "0",
            "server.address", "127.0.0.1",
            "spring.threads.virtual.enabled", "true",
            "spring.main.banner-mode", "off",
            "logging.level.root", "warn"));
    ConfigurableApplicationContext context = application.run();
    String port = context.getEnvironment().getRequiredProperty("local.server.port");
    return new Served("http://127.0.0.1:" + port, context);
  }

  @Override
  public Caller connect(String address) {
    HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    RestClient shop =
        RestClient.builder()
            .baseUrl(address)
            .requestFactory(new JdkClientHttpRequestFactory(client))
            .build();
    return new RestCaller(shop, client);
  }

  private record RestCaller(RestClient shop, HttpClient client) implements Caller {
    private static final Order ORDER = Order.sample();

    @Override
    public int add(int one, int other) {
      return post("/add", new Summands(one, other), Sum.class).sum();
    }

    @Override
    public long place() {
      return post("/place", ORDER, Shop.Receipt.class).total().units();
    }

    private <T> T post(String path, Object body, Class<T> answer) {
      return Objects.requireNonNull(
          shop.post()
              .uri(path)
              .contentType(MediaType.APPLICATION_JSON)
              .body(body)
              .retrieve()
              .body(answer));
    }

    @Override
    public void close() {
      client.shutdownNow();
    }
  }
}
