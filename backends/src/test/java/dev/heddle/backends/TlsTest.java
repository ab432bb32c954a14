package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.conformance.server.Certificate;
import dev.heddle.conformance.server.NatsServer;
import dev.heddle.conformance.server.PostgresqlServer;
import dev.heddle.conformance.server.RedisServer;
import dev.heddle.core.Problem;
import dev.heddle.core.events.EventBounds;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers are talked to by TLS, and those that cannot show that they are meant are refused. */
class TlsTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private static Path folder;

  @SuppressWarnings("NullAway.Init") // makeCertificates() does
  private static Certificate good;

  /** Trusted, but another host's. */
  @SuppressWarnings("NullAway.Init") // makeCertificates() does
  private static Certificate others;

  @SuppressWarnings("NullAway.Init") // makeCertificates() does
  private static SSLContext before;

  @BeforeAll
  static void makeCertificates() throws Exception {
    before = SSLContext.getDefault();
    good = Certificate.made(folder, "localhost");
    others = Certificate.made(folder, "other.example");
  }

  @AfterAll
  static void restore() {
    SSLContext.setDefault(before);
  }

  private static List<Problem> trusting(Certificate certificate, Backend backend) {
    SSLContext.setDefault(certificate.trusting());
    try (backend) {
      List<Problem> problems = backend.serverProblems();
      if (problems.isEmpty()) backend.ping();
      return problems;
    }
  }

  private static void refused(List<Problem> problems, String why) {
    assertThat(problems)
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo("a backend answers at the start");
              assertThat(problem.found()).contains(why).doesNotContain("open-", "Exception: ");
            });
  }

  @Test
  void redisShowsItsCertificate() {
    try (RedisServer server = RedisServer.secured(good)) {
      assertThat(trusting(good, redis(server))).isEmpty();
      refused(trusting(others, redis(server)), "unable to find valid certification path");
    }
    try (RedisServer server = RedisServer.secured(others)) {
      refused(
          trusting(others, redis(server)), "No subject alternative DNS name matching localhost");
    }
  }

  private static Backend redis(RedisServer server) {
    return new RedisKeyValueStore(
        new RedisSettings(
            server.secureUrl(), "", RedisServer.PASSWORD, null, PATIENCE, 2, "heddle", false));
  }

  @Test
  void natsShowsItsCertificate() {
    try (NatsServer server = NatsServer.secured(good)) {
      assertThat(trusting(good, nats(server))).isEmpty();
      refused(trusting(others, nats(server)), "unable to find valid certification path");
    }
    try (NatsServer server = NatsServer.secured(others)) {
      refused(trusting(others, nats(server)), "No subject alternative DNS name matching localhost");
    }
  }

  private static Backend nats(NatsServer server) {
    NatsSettings settings =
        new NatsSettings(
            server.secureUrl(),
            NatsServer.USER,
            NatsServer.PASSWORD,
            null,
            null,
            PATIENCE,
            Duration.ofSeconds(4),
            "heddle",
            1,
            true);
    return new NatsConnection(new NatsLayout(settings, EventBounds.DEFAULT));
  }

  @Test
  void postgresqlShowsItsCertificate() {
    try (PostgresqlServer server = PostgresqlServer.secured(good)) {
      assertThat(trusting(good, postgresql(server, good))).isEmpty();
      refused(
          trusting(good, postgresql(server, others)), "unable to find valid certification path");
    }
    try (PostgresqlServer server = PostgresqlServer.secured(others)) {
      refused(trusting(others, postgresql(server, others)), "localhost");
    }
    try (PostgresqlServer server = PostgresqlServer.started()) {
      refused(trusting(good, postgresql(server, good)), "SSL");
    }
  }

  private static Backend postgresql(PostgresqlServer server, Certificate trusted) {
    return new PostgresqlKeyValueStore(
        new PostgresqlSettings(
            server.url() + "?sslmode=verify-full&sslrootcert=" + trusted.certificate(),
            PostgresqlServer.USER,
            PostgresqlServer.PASSWORD,
            null,
            Duration.ofSeconds(8),
            2,
            "heddle_key_value"));
  }
}
