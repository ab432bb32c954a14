package dev.heddle.backends;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;

/** The client and its pool of connections, made at the first use. */
final class RedisConnections implements AutoCloseable {
  private static final int PORT = 6379;

  private final RedisSettings settings;
  private @Nullable RedisClient client;

  RedisConnections(RedisSettings settings) {
    this.settings = settings;
  }

  synchronized RedisClient client() {
    RedisClient made = client;
    if (made == null) {
      made = make();
      client = made;
    }
    return made;
  }

  private RedisClient make() {
    URI url = URI.create(Objects.requireNonNull(settings.url(), "the settings were checked"));
    int timeout = (int) settings.timeout().toMillis();
    DefaultJedisClientConfig.Builder config =
        DefaultJedisClientConfig.builder()
            .timeoutMillis(timeout)
            .clientName("heddle")
            .database(database(url));
    if ("rediss".equals(url.getScheme())) config.ssl(true).sslParameters(named());
    if (!settings.user().isEmpty()) config.user(settings.user());
    String password = settings.passwords().get();
    if (!password.isEmpty()) config.password(password);
    return RedisClient.builder()
        .hostAndPort(new HostAndPort(url.getHost(), url.getPort() < 0 ? PORT : url.getPort()))
        .clientConfig(config.build())
        .poolConfig(pool())
        .build();
  }

  /** The client compares the server's name with its certificate only when it is told to. */
  private static SSLParameters named() {
    SSLParameters parameters = new SSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    return parameters;
  }

  private static int database(URI url) {
    String path = url.getPath() == null ? "" : url.getPath().replaceFirst("^/", "");
    return path.isEmpty() ? 0 : Integer.parseInt(path);
  }

  private ConnectionPoolConfig pool() {
    ConnectionPoolConfig pool = new ConnectionPoolConfig();
    pool.setMaxTotal(settings.connections());
    pool.setMaxIdle(settings.connections());
    pool.setMaxWait(settings.timeout());
    // Connections that a restart of the server left behind go while nobody needs them.
    pool.setTestWhileIdle(true);
    pool.setTimeBetweenEvictionRuns(Duration.ofSeconds(1));
    pool.setNumTestsPerEvictionRun(-1);
    pool.setMinEvictableIdleDuration(Duration.ofMinutes(1));
    pool.setJmxEnabled(false);
    return pool;
  }

  /** Forgets idle connections: what broke one has most likely broken all. */
  synchronized void dropIdle() {
    if (client != null) client.getPool().clear();
  }

  @Override
  public synchronized void close() {
    if (client != null) client.close();
  }
}
