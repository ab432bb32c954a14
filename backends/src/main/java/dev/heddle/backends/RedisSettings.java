package dev.heddle.backends;

import dev.heddle.core.Problem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Key-value stores in Redis, when heddle.key-value.backend is redis.
 *
 * @param url Server and perhaps database, such as redis://cache.internal:6379/0; rediss for TLS.
 * @param user User, if the server has users.
 * @param password Password. Better in a file.
 * @param passwordFile File that holds the password.
 * @param timeout Longest time that a call may take, from 1ms to 10m.
 * @param connections Most connections at a time, from 1 to 1000.
 * @param prefix With what the names of Heddle's two keys in the database begin. Applications that
 *     share a database need different ones.
 * @param acceptDataLoss Whether to start although the server may lose writes: it has no append-only
 *     file, or drops keys when its memory is short.
 */
@ConfigurationProperties("heddle.key-value.redis")
public record RedisSettings(
    @Nullable String url,
    @DefaultValue("") String user,
    @Nullable String password,
    @Nullable Path passwordFile,
    @DefaultValue("2s") Duration timeout,
    @DefaultValue("16") int connections,
    @DefaultValue("heddle") String prefix,
    @DefaultValue("false") boolean acceptDataLoss) {
  private static final String PREFIX = "heddle.key-value.redis";

  Passwords passwords() {
    return new Passwords(PREFIX + ".password", password, passwordFile);
  }

  List<Problem> problems() {
    return new SettingProblems(PREFIX)
        .url("url", url, List.of("redis", "rediss"), "redis://localhost:6379")
        .matches(
            "url",
            url == null ? "" : url,
            "(?!redis).*|rediss?://[^/?#]*(/[0-9]{0,4})?",
            "end after the port or in a slash and the database's number")
        .password(passwords())
        .timeout(timeout)
        .connections(connections)
        .matches(
            "prefix", prefix, "[A-Za-z0-9._:-]{1,100}", "1 to 100 letters, digits, . _ : and -")
        .all();
  }

  @Override
  public String toString() {
    return "Redis at " + url;
  }
}
