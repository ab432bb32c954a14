package dev.heddle.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.capability.EventPublishException.Reason;
import dev.heddle.conformance.server.NatsServer;
import dev.heddle.core.events.EventBackend;
import dev.heddle.core.events.EventBackend.Kept;
import dev.heddle.core.events.EventBackend.Subscribed;
import dev.heddle.core.events.EventBackendConformance;
import dev.heddle.core.events.EventBounds;
import dev.heddle.core.events.PendingDelivery;
import io.nats.client.Connection;
import io.nats.client.Nats;
import io.nats.client.Options;
import io.nats.client.api.PublishAck;
import io.nats.client.impl.Headers;
import io.nats.client.impl.NatsMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NatsEventBackendTest extends EventBackendConformance {
  /** Of calls that end by it. */
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  /** Of calls that do not, on however busy a machine. */
  static final Duration PATIENCE = Duration.ofSeconds(50);

  private static final Duration LEASE = Duration.ofSeconds(4);

  private static final AtomicInteger PREFIXES = new AtomicInteger();

  @SuppressWarnings("NullAway.Init") // start() does
  private static NatsServer server;

  private final String prefix = "p" + PREFIXES.incrementAndGet();
  private final BlockingQueue<PendingDelivery> received = new LinkedBlockingQueue<>();

  @BeforeAll
  static void start() {
    server = NatsServer.started();
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  @Override
  protected boolean durable() {
    return true;
  }

  @Override
  protected EventBackend create(List<Subscribed> subscriptions) {
    return open(PATIENCE, EventBounds.DEFAULT, subscriptions);
  }

  private EventBackend open(Duration timeout, EventBounds bounds, List<Subscribed> subscriptions) {
    NatsSettings settings = settings(server.url(), prefix, timeout);
    return new NatsEventBackend(
        new NatsConnection(new NatsLayout(settings, bounds)), subscriptions);
  }

  static NatsSettings settings(String url, String prefix, Duration timeout) {
    return new NatsSettings(
        url, NatsServer.USER, NatsServer.PASSWORD, null, null, timeout, LEASE, prefix, 1, true);
  }

  private PendingDelivery next() throws InterruptedException {
    return Optional.ofNullable(received.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).orElseThrow();
  }

  private static void publish(EventBackend backend, String id) {
    backend.publish(message(id, "OrderPlaced", Optional.of("ann")));
  }

  private static void refuses(EventBackend backend, Reason reason) {
    assertThatThrownBy(() -> publish(backend, "no"))
        .isInstanceOfSatisfying(
            EventPublishException.class, failure -> assertThat(failure.reason()).isEqualTo(reason))
        .hasMessageNotContaining(NatsServer.PASSWORD);
  }

  @Test
  void anOutageIsATypedFailureAndDeliveriesGoOnAfterIt() throws Exception {
    try (EventBackend backend = open(TIMEOUT, EventBounds.DEFAULT, List.of(MAIL))) {
      backend.start(received::add);
      publish(backend, "1");
      PendingDelivery first = next();
      try {
        server.kill();
        assertTimeoutPreemptively(PATIENCE, () -> refuses(backend, Reason.UNAVAILABLE));
        assertThatThrownBy(() -> backend.delivered(first)).hasMessageContaining("NATS at nats://");
      } finally {
        server.start();
      }
      onceItAnswers(backend, "2");
      assertThat(onceHeld(backend, first)).isEqualTo("1");
      backend.delivered(first);
      while (!new Kept(0, 0).equals(backend.kept().get(MAIL.name()))) {
        PendingDelivery later = next();
        // One that was told to have failed may be there all the same.
        assertThat(onceHeld(backend, later)).isIn("2", "no");
        backend.delivered(later);
      }
    }
  }

  @Test
  void aFrozenServerHoldsNobodyLongerThanTheTimeout() throws Exception {
    try (EventBackend backend = open(TIMEOUT, EventBounds.DEFAULT, List.of(MAIL))) {
      backend.start(received::add);
      publish(backend, "1");
      next();
      try {
        server.freeze();
        assertTimeoutPreemptively(PATIENCE, () -> refuses(backend, Reason.UNAVAILABLE));
      } finally {
        server.thaw();
      }
      onceItAnswers(backend, "2");
      PendingDelivery later = next();
      assertThat(onceHeld(backend, later)).isIn("no", "2");
    }
  }

  @Test
  void aMessageThatSomebodyElseWroteHoldsUpNoOther() throws Exception {
    try (EventBackend backend = create(List.of(MAIL));
        Connection somebody =
            Nats.connect(
                Options.builder()
                    .server(server.url())
                    .userInfo(NatsServer.USER.toCharArray(), NatsServer.PASSWORD.toCharArray())
                    .build())) {
      publish(backend, "1");
      for (String strange : List.of("", "=?")) {
        PublishAck unused =
            somebody
                .jetStream()
                .publish(
                    NatsMessage.builder()
                        .subject(prefix + ".event.Email:confirm")
                        .headers(new Headers().put("Heddle-Key", strange))
                        .build());
      }
      publish(backend, "2");
      backend.start(received::add);
      assertThat(backend.read(next()).id()).isEqualTo("1");
      next();
      next();
      assertThat(backend.read(next()).id()).isEqualTo("2");
    }
  }

  private static void onceItAnswers(EventBackend backend, String id) {
    assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          while (true) {
            try {
              publish(backend, id);
              return;
            } catch (EventPublishException notYet) {
              Thread.onSpinWait();
            }
          }
        });
  }

  private static String onceHeld(EventBackend backend, PendingDelivery delivery) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          while (true) {
            try {
              return backend.read(delivery).id();
            } catch (IllegalStateException | NatsFailure notYet) {
              Thread.onSpinWait();
            }
          }
        });
  }

  @Test
  void refusesWhatIsBeyondTheBacklogAndDeadLettersWithoutRoom() throws Exception {
    try (EventBackend backend = open(PATIENCE, new EventBounds(2, 1), List.of(MAIL, STATISTICS))) {
      publish(backend, "1");
      publish(backend, "2");
      refuses(backend, Reason.BACKLOG_FULL);
      backend.start(received::add);
      assertThat(backend.bury(next(), "e", Instant.EPOCH)).isTrue();
      assertThat(backend.bury(next(), "e", Instant.EPOCH)).isFalse();
      assertThat(backend.kept())
          .isEqualTo(
              Map.of(
                  MAIL.name(), new Kept(1, 1),
                  STATISTICS.name(), new Kept(2, 0)));
    }
  }

  @Test
  void oneProcessDeliversAndAnotherGoesOnWhereItEnded() throws Exception {
    BlockingQueue<PendingDelivery> others = new LinkedBlockingQueue<>();
    try (EventBackend second = create(List.of(MAIL, STATISTICS))) {
      try (EventBackend first = create(List.of(MAIL, STATISTICS))) {
        first.start(received::add);
        publish(first, "1");
        PendingDelivery mail = next();
        second.start(others::add);
        publish(second, "2");
        next();
        assertThat(next().position()).as("of the other process's event").isEqualTo(2);
        first.delivered(mail);
        assertThatThrownBy(() -> first.read(mail)).isInstanceOf(NoSuchElementException.class);
        assertThat(others).isEmpty();
      }
      PendingDelivery left = Optional.ofNullable(others.poll(50, TimeUnit.SECONDS)).orElseThrow();
      assertThat(left.subscription()).isEqualTo(STATISTICS.name());
      assertThat(second.read(left).id()).isEqualTo("1");
      second.delivered(left);
      assertThat(second.kept()).containsEntry(MAIL.name(), new Kept(1, 0));
    }
  }

  @Test
  void anotherProcessTakesOverWithinTheLeaseAfterTheOneThatDeliveredWasKilled() throws Exception {
    Duration soon = LEASE.plusSeconds(10);
    try (EventBackend second = create(List.of(MAIL));
        DeliveringProcess first = DeliveringProcess.start(server.url(), prefix, MAIL)) {
      publish(second, "1");
      first.awaitDelivery(1);
      second.start(received::add);
      publish(second, "2");
      first.awaitDelivery(2);
      assertThat(received).isEmpty();
      first.kill();
      for (String id : List.of("1", "2")) {
        PendingDelivery taken =
            Optional.ofNullable(received.poll(soon.toSeconds(), TimeUnit.SECONDS)).orElseThrow();
        assertThat(second.read(taken).id()).isEqualTo(id);
        second.delivered(taken);
      }
      assertThat(second.kept()).containsEntry(MAIL.name(), new Kept(0, 0));
    }
  }
}
