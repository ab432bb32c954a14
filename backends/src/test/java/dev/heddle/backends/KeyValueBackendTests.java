package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.heddle.component.capability.KeyValueStore;
import dev.heddle.component.capability.KeyValueStoreException;
import dev.heddle.component.capability.KeyValueStoreException.Effect;
import dev.heddle.conformance.KeyValueStoreConformance;
import dev.heddle.conformance.server.Server;
import dev.heddle.core.capability.ScopedKeyValueStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a key-value store does, also when the server behind it does not do what it should. */
abstract class KeyValueBackendTests<S extends KeyValueStore & Backend>
    extends KeyValueStoreConformance {
  /** Of calls that end by it. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Of calls that do not, on however busy a machine. */
  static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final AtomicInteger SPACES = new AtomicInteger();
  private static final byte[] VALUE = "x".getBytes(StandardCharsets.UTF_8);

  private final List<Backend> opened = new ArrayList<>();
  private final String space = "space_" + SPACES.incrementAndGet();
  private final S shared = open(PATIENCE);

  abstract Server server();

  /** A store with a space of that name, whose calls may take so long. */
  abstract S open(String space, Duration timeout);

  private S open(Duration timeout) {
    S store = open(space, timeout);
    opened.add(store);
    return store;
  }

  @Override
  protected KeyValueStore store(String component) {
    return new ScopedKeyValueStore(shared, component);
  }

  @AfterEach
  void close() {
    opened.forEach(Backend::close);
  }

  @Test
  void aServerThatIsGoneIsATypedFailureUntilItIsBack() {
    S store = open(TIMEOUT);
    shared.put("key", VALUE);
    try {
      server().kill();
      fails(() -> store.put("key", VALUE), effect -> true);
      // No connection is left that could have carried it.
      fails(() -> store.put("key", VALUE), effect -> effect == Effect.NONE);
      fails(() -> store.get("key"), effect -> effect == Effect.NONE);
      fails(store::ping, effect -> effect == Effect.NONE);
      assertThat(store.serverProblems()).hasSize(1);
    } finally {
      server().start();
    }
    assertThat(onceItAnswers(store)).isEqualTo(VALUE);
    assertThat(onceItAnswers(shared)).isEqualTo(VALUE);
    assertThat(shared.serverProblems()).isEmpty();
  }

  @Test
  void aFrozenServerHoldsNobodyLongerThanTheTimeout() {
    S store = open(TIMEOUT);
    shared.put("key", VALUE);
    assertThat(onceItAnswers(store)).isEqualTo(VALUE);
    try {
      server().freeze();
      assertTimeoutPreemptively(
          PATIENCE,
          () -> {
            fails(() -> store.put("key", new byte[0]), effect -> effect == Effect.UNKNOWN);
            fails(() -> store.get("key"), effect -> effect == Effect.NONE);
          });
    } finally {
      server().thaw();
    }
    assertThat(onceItAnswers(store)).isIn(VALUE, new byte[0]);
  }

  private void fails(ThrowingCallable call, Predicate<Effect> effect) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            KeyValueStoreException.class, failure -> assertThat(failure.effect()).matches(effect))
        .hasMessageContaining(shared.description() + " cannot ")
        .hasMessageNotContainingAny("open-redis-7", "open-postgresql-7");
  }

  private static byte[] onceItAnswers(KeyValueStore store) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          while (true) {
            try {
              return store.get("key").orElseThrow();
            } catch (KeyValueStoreException notYet) {
              Thread.onSpinWait();
            }
          }
        });
  }
}
