package dev.heddle.benchmarks.boutique;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;

/** The way to a shop's front, over connections that are kept. Safe for use by many threads. */
final class Shop implements AutoCloseable {
  private static final int CONNECTIONS = 1024;
  private static final ContentType FORM =
      ContentType.create("application/x-www-form-urlencoded", StandardCharsets.US_ASCII);

  private final HttpHost front;
  private final CloseableHttpClient client =
      HttpClients.custom()
          .setConnectionManager(
              PoolingHttpClientConnectionManagerBuilder.create()
                  .setMaxConnPerRoute(CONNECTIONS)
                  .setMaxConnTotal(CONNECTIONS)
                  .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                  .build())
          .disableCookieManagement()
          .disableAuthCaching()
          .disableConnectionState()
          .disableContentCompression()
          .disableRedirectHandling()
          .disableAutomaticRetries()
          .build();

  /**
   * What came back.
   *
   * @param cookies those that are set
   */
  record Answer(int status, String body, Map<String, String> cookies) {}

  Shop(URI front) {
    this.front = HttpHost.create(front);
  }

  /** Sends a request, with cookies. */
  Answer send(Visit visit, Map<String, String> cookies) throws IOException {
    ClassicRequestBuilder request =
        ClassicRequestBuilder.create(visit.method()).setHttpHost(front).setPath(visit.path());
    if (!cookies.isEmpty()) {
      request.addHeader(
          "Cookie",
          cookies.entrySet().stream().map(Object::toString).collect(Collectors.joining("; ")));
    }
    if (visit.body().startsWith("{")) {
      request.setEntity(visit.body(), ContentType.APPLICATION_JSON);
    } else if (!visit.body().isEmpty()) {
      request.setEntity(visit.body().replace(' ', '+'), FORM);
    }
    ClassicHttpRequest built = request.build();
    return client.execute(front, built, Shop::answer);
  }

  private static Answer answer(ClassicHttpResponse response) throws IOException {
    byte[] body =
        response.getEntity() == null ? new byte[0] : EntityUtils.toByteArray(response.getEntity());
    Map<String, String> cookies = new TreeMap<>();
    for (Header header : response.getHeaders("Set-Cookie")) {
      String[] cookie = header.getValue().split(";", 2)[0].split("=", 2);
      cookies.put(cookie[0], cookie[1]);
    }
    // As Latin-1, which takes no decoding: what is looked for is ASCII.
    return new Answer(response.getCode(), new String(body, StandardCharsets.ISO_8859_1), cookies);
  }

  @Override
  public void close() throws IOException {
    client.close();
  }
}
