package dev.heddle.microservices;

import dev.heddle.component.ComponentException;
import dev.heddle.component.ComponentTimeoutException;
import dev.heddle.component.ComponentUnavailableException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.databind.json.JsonMapper;

/** Makes clients of services, which share a pool of connections that are kept open. */
final class Clients {
  private static final int CONNECTIONS = 256;

  /** What the boutique gives a whole request. */
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Environment environment;
  private final JsonMapper json;
  private final HttpClient http =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(CONNECTIONS)
                  .setMaxConnTotal(CONNECTIONS * Service.values().length)
                  .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                  .build())
          .disableCookieManagement()
          .disableAuthCaching()
          .disableConnectionState()
          .disableContentCompression()
          .disableRedirectHandling()
          .disableAutomaticRetries()
          .build();

  Clients(Environment environment, JsonMapper json) {
    this.environment = environment;
    this.json = json;
  }

  /** A client of a service, which is the component that the service serves. */
  Object of(Service service) {
    String component = service.component().getSimpleName();
    RestClient client =
        RestClient.builder()
            .baseUrl(environment.getRequiredProperty(service.addressProperty()))
            .requestFactory(connections(component))
            .configureMessageConverters(
                converters ->
                    converters.withJsonConverter(new JacksonJsonHttpMessageConverter(json)))
            .requestInterceptor((request, body, next) -> send(component, request, body, next))
            .defaultStatusHandler(
                HttpStatusCode::isError, (request, response) -> fail(component, request, response))
            .build();
    return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
        .build()
        .createClient(service.exchange());
  }

  /** What the boutique gives a component at most, its service gets as well. */
  private HttpComponentsClientHttpRequestFactory connections(String component) {
    HttpComponentsClientHttpRequestFactory connections =
        new HttpComponentsClientHttpRequestFactory(http);
    connections.setReadTimeout(
        environment.getProperty(
            "heddle.components." + component + ".deadline", Duration.class, LONGEST));
    return connections;
  }

  private static ClientHttpResponse send(
      String component, HttpRequest request, byte[] body, ClientHttpRequestExecution next) {
    String method = request.getMethod() + " " + request.getURI().getPath();
    try {
      return next.execute(request, body);
    } catch (SocketTimeoutException late) {
      throw new ComponentTimeoutException(component, method, "no answer in time");
    } catch (IOException failure) {
      throw new ComponentUnavailableException(component, method, failure.toString());
    }
  }

  private void fail(String component, HttpRequest request, ClientHttpResponse response)
      throws IOException {
    Exception thrown =
        Refusal.read(json.readTree(response.getBody()))
            .<Exception>map(refused -> refused)
            .orElse(
                new ComponentException(
                    component,
                    request.getMethod() + " " + request.getURI().getPath(),
                    "status " + response.getStatusCode().value(),
                    "",
                    ""));
    throwDeclared(thrown);
  }

  /** The methods declare what is thrown here; the way between them and here does not. */
  @SuppressWarnings("unchecked") // nothing is cast at run time
  private static <E extends Exception> void throwDeclared(Exception thrown) throws E {
    throw (E) thrown;
  }
}
