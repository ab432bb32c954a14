package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.conformance.server.PostgresqlServer;
import dev.heddle.conformance.server.Server;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresqlKeyValueStoreTest extends KeyValueBackendTests<PostgresqlKeyValueStore> {
  @SuppressWarnings("NullAway.Init") // start() does
  private static PostgresqlServer server;

  @BeforeAll
  static void start() {
    server = PostgresqlServer.started();
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
  PostgresqlKeyValueStore open(String space, Duration timeout) {
    return new PostgresqlKeyValueStore(settings(PostgresqlServer.PASSWORD, space, timeout));
  }

  private static PostgresqlSettings settings(String password, String table, Duration timeout) {
    return new PostgresqlSettings(
        server.url(), PostgresqlServer.USER, password, null, timeout, 8, table);
  }

  @Test
  void aWrongPasswordIsToldInWords() {
    try (PostgresqlKeyValueStore store =
        new PostgresqlKeyValueStore(settings("wrong-7", "space", Duration.ofSeconds(5)))) {
      assertThat(store.serverProblems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.found())
                    .contains("password authentication failed")
                    .doesNotContain("wrong-7");
                assertThat(problem.remedy()).contains("heddle.key-value.postgresql.url");
              });
    }
  }

  @Test
  void aTableWithASchemaThatIsNotThereIsToldInWords() {
    try (PostgresqlKeyValueStore store =
        new PostgresqlKeyValueStore(
            settings(PostgresqlServer.PASSWORD, "nowhere.values", PATIENCE))) {
      assertThat(store.serverProblems())
          .singleElement()
          .satisfies(
              problem -> assertThat(problem.found()).contains("schema \"nowhere\" does not exist"));
    }
  }
}
