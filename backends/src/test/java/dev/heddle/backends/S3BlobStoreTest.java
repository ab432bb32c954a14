package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.heddle.component.capability.BlobStore;
import dev.heddle.component.capability.BlobStoreException;
import dev.heddle.conformance.BlobStoreConformance;
import dev.heddle.conformance.server.SwiftServer;
import dev.heddle.core.capability.ScopedBlobStore;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class S3BlobStoreTest extends BlobStoreConformance {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final AtomicInteger SPACES = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // start() does
  private static SwiftServer server;

  private final String prefix = "space-" + SPACES.incrementAndGet() + "/";
  private final S3BlobStore shared =
      new S3BlobStore(settings("blobs", SwiftServer.SECRET_KEY, true, PATIENCE));

  @BeforeAll
  static void start() {
    server = SwiftServer.started();
    try (S3BlobStore store =
        new S3BlobStore(
            new S3Settings(
                server.url(),
                "us-east-1",
                "blobs",
                true,
                "",
                true,
                SwiftServer.ACCESS_KEY,
                SwiftServer.SECRET_KEY,
                null,
                PATIENCE))) {
      assertThat(store.serverProblems()).isEmpty();
    }
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  private S3Settings settings(String bucket, String secret, boolean create, Duration timeout) {
    return new S3Settings(
        server.url(),
        "us-east-1",
        bucket,
        create,
        prefix,
        true,
        SwiftServer.ACCESS_KEY,
        secret,
        null,
        timeout);
  }

  @Override
  protected BlobStore store(String component) {
    return new ScopedBlobStore(shared, component, LARGEST);
  }

  @AfterEach
  void close() {
    shared.close();
  }

  @Test
  void aBucketThatIsMissingIsToldInWordsAndMadeOnlyWhenAsked() {
    try (S3BlobStore store =
            new S3BlobStore(settings("missing", SwiftServer.SECRET_KEY, false, PATIENCE));
        S3BlobStore making =
            new S3BlobStore(settings("missing", SwiftServer.SECRET_KEY, true, PATIENCE))) {
      assertThat(store.serverProblems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.found()).contains("missing").contains("does not exist");
                assertThat(problem.remedy()).contains("heddle.blobs.s3.create-bucket=true");
              });
      assertThatThrownBy(() -> store.get("key"))
          .isInstanceOf(BlobStoreException.class)
          .hasMessageContaining("the bucket does not exist");
      assertThat(making.serverProblems()).isEmpty();
      assertThat(store.serverProblems()).isEmpty();
    }
  }

  @Test
  void wrongCredentialsAreToldInWords() {
    try (S3BlobStore store = new S3BlobStore(settings("blobs", "wrong-7", false, PATIENCE))) {
      assertThat(store.serverProblems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.found())
                    .contains("refuses the access key or its secret")
                    .doesNotContain("wrong-7");
                assertThat(problem.remedy()).contains("heddle.blobs.s3.url");
              });
    }
  }

  @Test
  void aServerThatIsFrozenOrGoneIsATypedFailureUntilItIsBack() {
    BlobStore.Blob blob = new BlobStore.Blob(new byte[10], "a/b");
    shared.put("key", blob);
    try (S3BlobStore store =
        new S3BlobStore(settings("blobs", SwiftServer.SECRET_KEY, false, Duration.ofSeconds(1)))) {
      try {
        server.freeze();
        assertTimeoutPreemptively(PATIENCE, () -> fails(store));
      } finally {
        server.thaw();
      }
      try {
        server.kill();
        fails(store);
      } finally {
        server.start();
      }
    }
    assertThat(shared.get("key")).isPresent();
  }

  private static void fails(S3BlobStore store) {
    assertThatThrownBy(() -> store.get("key"))
        .isInstanceOf(BlobStoreException.class)
        .hasMessageStartingWith(store.description() + " cannot read the blob key: ")
        .hasMessageNotContaining(SwiftServer.SECRET_KEY);
    assertThatThrownBy(store::ping).isInstanceOf(BlobStoreException.class);
  }
}
