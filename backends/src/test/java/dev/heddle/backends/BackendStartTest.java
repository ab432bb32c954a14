package dev.heddle.backends;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.conformance.server.NatsServer;
import dev.heddle.conformance.server.RedisServer;
import dev.heddle.core.AssemblyException;
import dev.heddle.core.Problem;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.spring.HeddleAutoConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class BackendStartTest {
  /** A port at which nothing is. */
  private static final String NOWHERE = "localhost:1";

  @TempDir Path folder;

  private ApplicationContextRunner application(String... properties) {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                HeddleAutoConfiguration.class,
                KeyValueBackendAutoConfiguration.class,
                BlobBackendAutoConfiguration.class,
                EventBackendAutoConfiguration.class,
                BackendHealthAutoConfiguration.class))
        // Components that others' tests left on the class path are not this test's.
        .withClassLoader(new FilteredClassLoader(name -> name.startsWith("META-INF/heddle/")))
        .withPropertyValues("heddle.data-directory=" + folder.resolve("data"))
        .withPropertyValues(properties);
  }

  private static List<Problem> problems(AssertableApplicationContext context) {
    for (Throwable next = context.getStartupFailure(); next != null; next = next.getCause()) {
      if (next instanceof AssemblyException assembly) return assembly.problems();
    }
    throw new AssertionError("it started, or failed otherwise", context.getStartupFailure());
  }

  @Test
  void everyWrongSettingIsToldAtOnceAndNothingIsWritten() {
    application(
            "heddle.key-value.backend=redis",
            "heddle.key-value.redis.url=redis://:secret-7@localhost",
            "heddle.key-value.redis.connections=0",
            "heddle.key-value.redis.password=a",
            "heddle.key-value.redis.password-file=b",
            "heddle.blobs.backend=s3")
        .run(
            context -> {
              assertThat(problems(context))
                  .extracting(Problem::found)
                  .anyMatch(found -> found.startsWith("heddle.key-value.redis.url is not a URL"))
                  .anyMatch(found -> found.startsWith("heddle.key-value.redis.connections is 0"))
                  .anyMatch(found -> found.contains("heddle.key-value.redis.password-file"))
                  .contains("heddle.blobs.s3.url is not set", "heddle.blobs.s3.bucket is not set")
                  .noneMatch(found -> found.contains("secret-7"));
              assertThat(folder.resolve("data")).doesNotExist();
            });
  }

  @Test
  void postgresqlsSettingsAreToldToo() {
    application("heddle.key-value.backend=postgresql", "heddle.key-value.postgresql.table=A;B")
        .run(
            context ->
                assertThat(problems(context))
                    .extracting(Problem::found)
                    .contains(
                        "heddle.key-value.postgresql.url is not set",
                        "heddle.key-value.postgresql.user is not set",
                        "heddle.key-value.postgresql.table is 'A;B'"));
  }

  @Test
  void withoutItsServersTheApplicationStartsOnlyWhenToldTo() {
    String[] servers = {
      "heddle.key-value.backend=redis",
      "heddle.key-value.redis.url=redis://" + NOWHERE,
      "heddle.blobs.backend=s3",
      "heddle.blobs.s3.url=http://" + NOWHERE,
      "heddle.blobs.s3.bucket=blobs",
      "heddle.blobs.s3.access-key=a",
      "heddle.blobs.s3.secret-key=secret-7",
      "heddle.blobs.s3.timeout=20s"
    };
    application(servers)
        .run(
            context ->
                assertThat(problems(context))
                    .extracting(Problem::remedy)
                    .anyMatch(remedy -> remedy.contains("heddle.key-value.check-at-start=false"))
                    .anyMatch(remedy -> remedy.contains("heddle.blobs.check-at-start=false")));
    application(servers)
        .withPropertyValues(
            "heddle.key-value.check-at-start=false", "heddle.blobs.check-at-start=false")
        .run(
            context -> {
              assertThat(context).hasNotFailed().hasSingleBean(BlobStore.class);
              assertThat(health(context, "keyValue")).isEqualTo(Status.DOWN);
            });
  }

  @Test
  void configurationAlonePutsRedisBehindKeyValueStores() throws Exception {
    try (RedisServer server = RedisServer.started()) {
      Path password = Files.writeString(folder.resolve("password"), RedisServer.PASSWORD + "\n");
      application(
              "heddle.key-value.backend=redis",
              "heddle.key-value.redis.url=" + server.url(),
              "heddle.key-value.redis.password-file=" + password,
              "heddle.key-value.redis.timeout=60s")
          .run(
              context -> {
                context.getBean(KeyValueStore.class).put("a/b", new byte[1]);
                assertThat(health(context, "keyValue")).isEqualTo(Status.UP);
                assertThat(context).getBean(KeyValueStore.class).isInstanceOf(Backend.class);
                assertThat(folder.resolve("data/key-value.mv")).doesNotExist();
              });
    }
  }

  @Test
  void whatIsWrongWithTheSettingsOfNatsIsTold() {
    application(
            "heddle.events.backend=nats",
            "heddle.events.nats.url=http://localhost",
            "heddle.events.nats.lease=1s",
            "heddle.events.nats.replicas=2",
            "heddle.events.nats.prefix=a.b",
            "heddle.events.nats.credentials-file=missing")
        .run(
            context ->
                assertThat(problems(context))
                    .extracting(Problem::found)
                    .anyMatch(found -> found.startsWith("heddle.events.nats.url is not a URL"))
                    .contains(
                        "heddle.events.nats.lease is PT1S",
                        "heddle.events.nats.replicas is '2'",
                        "heddle.events.nats.prefix is 'a.b'",
                        "heddle.events.nats.credentials-file is missing, which cannot be read"));
  }

  @Test
  void withoutNatsTheApplicationStartsOnlyWhenToldTo() {
    String[] nowhere = {"heddle.events.backend=nats", "heddle.events.nats.url=nats://" + NOWHERE};
    application(nowhere)
        .run(
            context ->
                assertThat(problems(context))
                    .extracting(Problem::remedy)
                    .anyMatch(
                        remedy -> remedy.contains("heddle.events.nats.check-at-start=false")));
    application(nowhere)
        .withPropertyValues("heddle.events.nats.check-at-start=false")
        .run(context -> assertThat(health(context, "events")).isEqualTo(Status.DOWN));
  }

  @Test
  void configurationAloneKeepsEventsInNats() throws Exception {
    try (NatsServer server = NatsServer.started()) {
      Path password = Files.writeString(folder.resolve("password"), NatsServer.PASSWORD + "\n");
      String[] nats = {
        "heddle.events.backend=nats",
        "heddle.events.nats.url=" + server.url(),
        "heddle.events.nats.user=" + NatsServer.USER,
        "heddle.events.nats.timeout=60s"
      };
      application(nats)
          .withPropertyValues("heddle.events.nats.password-file=" + password)
          .run(
              context -> {
                assertThat(context).hasNotFailed().hasSingleBean(EventBackend.Factory.class);
                assertThat(health(context, "events")).isEqualTo(Status.UP);
                assertThat(folder.resolve("data/events.mv")).doesNotExist();
              });
    }
  }

  @Test
  void aPasswordThatNatsRefusesIsToldAtOnceAndNotAfterTheTimeout() {
    try (NatsServer server = NatsServer.started()) {
      assertTimeout(
          Duration.ofMinutes(2),
          () ->
              application(
                      "heddle.events.backend=nats",
                      "heddle.events.nats.url=" + server.url(),
                      "heddle.events.nats.user=" + NatsServer.USER,
                      "heddle.events.nats.password=wrong-7",
                      "heddle.events.nats.timeout=3m")
                  .run(
                      context ->
                          assertThat(problems(context))
                              .extracting(Problem::found)
                              .singleElement()
                              .asString()
                              .contains("Authorization")
                              .doesNotContain("wrong-7")));
    }
  }

  private static Status health(AssertableApplicationContext context, String capability) {
    return context.getBean(CompositeHealthContributor.class).stream()
        .filter(entry -> entry.name().equals(capability))
        .map(entry -> (HealthIndicator) entry.contributor())
        .map(indicator -> requireNonNull(indicator.health()).getStatus())
        .findFirst()
        .orElseThrow();
  }
}
