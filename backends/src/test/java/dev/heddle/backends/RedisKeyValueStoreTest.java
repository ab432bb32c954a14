package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.conformance.server.RedisServer;
import dev.heddle.conformance.server.Server;
import dev.heddle.core.Problem;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RedisKeyValueStoreTest extends KeyValueBackendTests<RedisKeyValueStore> {
  @SuppressWarnings("NullAway.Init") // start() does
  private static RedisServer server;

  @BeforeAll
  static void start() {
    server = RedisServer.started();
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  @Override
  Server server() {
    return server;
  }

  @Override
  RedisKeyValueStore open(String space, Duration timeout) {
    return new RedisKeyValueStore(settings(server, RedisServer.PASSWORD, space, timeout, false));
  }

  private static RedisSettings settings(
      RedisServer server, String password, String space, Duration timeout, boolean lossy) {
    return new RedisSettings(server.url() + "/3", "", password, null, timeout, 8, space, lossy);
  }

  @Test
  void aWrongPasswordIsToldInWords() {
    try (RedisKeyValueStore store =
        new RedisKeyValueStore(settings(server, "wrong-7", "space", PATIENCE, false))) {
      assertThat(store.serverProblems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.found()).contains("WRONGPASS").doesNotContain("wrong-7");
                assertThat(problem.remedy()).contains("heddle.key-value.redis.url");
              });
    }
  }

  @Test
  void aServerThatForgetsIsRefusedUnlessTheLossIsAccepted() {
    try (RedisServer forgetful =
            RedisServer.started(
                List.of("--maxmemory", "100mb", "--maxmemory-policy", "allkeys-lru"));
        RedisKeyValueStore refused =
            new RedisKeyValueStore(
                settings(forgetful, RedisServer.PASSWORD, "space", PATIENCE, false));
        RedisKeyValueStore accepted =
            new RedisKeyValueStore(
                settings(forgetful, RedisServer.PASSWORD, "space", PATIENCE, true))) {
      assertThat(refused.serverProblems())
          .extracting(Problem::found)
          .satisfiesExactly(
              found -> assertThat(found).contains("has no append-only file"),
              found -> assertThat(found).contains("drops keys"));
      assertThat(accepted.serverProblems()).isEmpty();
    }
  }
}
