package dev.heddle.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.events.EventBackend.Kept;
import dev.heddle.core.events.EventBackend.Subscribed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EventDispatcherTest {
  private static final Duration LONG = Duration.ofSeconds(50);
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final DeliveryPolicy POLICY =
      new DeliveryPolicy(
          4,
          Duration.ofSeconds(1),
          Duration.ofSeconds(3),
          Duration.ofSeconds(30),
          4,
          Duration.ofMillis(10));
  private static final Subscribed MAIL = new Subscribed("Email.confirm", "OrderPlaced");
  private static final Subscribed STATISTICS = new Subscribed("Statistics.count", "OrderPlaced");

  private final EventBackend backend =
      EventOutbox.inMemory(List.of(MAIL, STATISTICS), EventBounds.DEFAULT);
  private final ManualTimer timer = new ManualTimer(POLICY.deadline());
  private final List<EventDispatcher> started = new ArrayList<>();

  @AfterEach
  void close() {
    started.forEach(EventDispatcher::close);
    backend.close();
  }

  private EventDispatcher start(DeliveryTimer chosen, DeliveryHandler handler) {
    EventDispatcher dispatcher =
        new EventDispatcher(
            backend,
            List.of(MAIL.name(), STATISTICS.name()),
            POLICY,
            handler,
            InstantSource.fixed(NOW),
            chosen,
            () -> 1);
    started.add(dispatcher);
    dispatcher.start();
    return dispatcher;
  }

  /** A timer for which no time passes at all. */
  private static DeliveryTimer hasty() {
    return new DeliveryTimer() {
      @Override
      public Runnable after(Duration delay, Runnable action) {
        if (!delay.equals(POLICY.deadline())) Thread.startVirtualThread(action);
        return () -> {};
      }

      @Override
      public void close() {}
    };
  }

  private void publish(String id, Optional<String> key) {
    backend.publish(EventBackendConformance.message(id, "OrderPlaced", key));
  }

  @Test
  void keepsTheOrderOfEachKeyUnderConcurrencyAndRetries() throws Exception {
    Map<String, List<Integer>> delivered = new ConcurrentHashMap<>();
    Random random = new Random(1);
    EventDispatcher dispatcher =
        start(
            hasty(),
            (subscription, message, attempt) -> {
              // The last attempt is let through, so that nothing dies.
              synchronized (random) {
                if (attempt < POLICY.attempts() && random.nextInt(3) == 0) {
                  throw new IllegalStateException("try again");
                }
              }
              String key = message.key().orElseThrow();
              delivered
                  .computeIfAbsent(
                      subscription + key, first -> Collections.synchronizedList(new ArrayList<>()))
                  .add(Integer.parseInt(message.id()));
            });
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 6; writer++) {
        String key = "key" + writer;
        threads.submit(
            () -> IntStream.range(0, 100).forEach(i -> publish("" + i, Optional.of(key))));
      }
    }
    assertThat(dispatcher.awaitDelivered(LONG)).isTrue();
    assertThat(delivered).hasSize(12);
    List<Integer> order = IntStream.range(0, 100).boxed().toList();
    assertThat(delivered.values()).allMatch(order::equals);
    assertThat(backend.kept().values()).containsOnly(new Kept(0, 0));
    assertThat(dispatcher.figures()).containsEntry(MAIL.name(), new DeliveryFigures(600, 0, 0));
  }

  @Test
  void waitsLongerAfterEachFailureAndThenGivesUp() throws Exception {
    List<Integer> attempts = Collections.synchronizedList(new ArrayList<>());
    EventDispatcher dispatcher =
        start(
            timer,
            (subscription, message, attempt) -> {
              if (subscription.equals(STATISTICS.name())) return;
              attempts.add(attempt);
              throw new IllegalStateException("no mail server");
            });
    publish("1", Optional.of("ann"));
    assertThat(List.of(timer.pass(), timer.pass(), timer.pass()))
        .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(3));
    assertThat(dispatcher.awaitDelivered(LONG)).isTrue();
    assertThat(attempts).containsExactly(1, 2, 3, 4);
    DeadLetter dead = backend.deadLetters(Optional.empty(), 10).getFirst();
    assertThat(dead.error()).isEqualTo("java.lang.IllegalStateException: no mail server");
    assertThat(dead.attempts()).isEqualTo(4);
    assertThat(dead.diedAt()).isEqualTo(NOW);
  }

  @Test
  void waitsAtLeastHalfOfEachDelay() {
    assertThat(POLICY.delay(1, 0)).isEqualTo(Duration.ofMillis(500));
    assertThat(POLICY.delay(1, 1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(POLICY.delay(1_000_000, 1)).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void aFailingDeliveryHoldsUpItsOwnKeyOnly() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    Semaphore others = new Semaphore(0);
    EventDispatcher dispatcher =
        start(
            timer,
            (subscription, message, attempt) -> {
              if (subscription.equals(STATISTICS.name())) return;
              if (broken.get() && message.id().equals("1")) throw new IllegalStateException("no");
              delivered.add(message.id());
              others.release();
            });
    publish("1", Optional.of("ann"));
    publish("2", Optional.of("ann"));
    publish("3", Optional.of("bob"));
    publish("4", Optional.empty());
    others.acquire(2);
    assertThat(delivered).containsExactlyInAnyOrder("3", "4");
    broken.set(false);
    timer.pass();
    assertThat(dispatcher.awaitDelivered(LONG)).isTrue();
    assertThat(delivered).endsWith("1", "2");
  }

  @Test
  void aSubscriberThatHangsHoldsUpNobodyElse() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger hanging = new AtomicInteger();
    Semaphore counted = new Semaphore(0);
    start(
        timer,
        (subscription, message, attempt) -> {
          if (subscription.equals(MAIL.name())) {
            hanging.incrementAndGet();
            while (end.getCount() > 0) {
              try {
                end.await();
              } catch (InterruptedException deaf) {
                // This one cannot be stopped.
              }
            }
          }
          counted.release();
        });
    for (int i = 0; i < 100; i++) publish("" + i, Optional.empty());
    counted.acquire(100);
    assertThat(hanging).hasValueLessThanOrEqualTo(POLICY.concurrency());
    end.countDown();
    counted.acquire(100);
  }

  @Test
  void interruptsADeliveryAtItsDeadlineAndCountsItAsFailed() throws Exception {
    Semaphore begun = new Semaphore(0);
    start(
        timer,
        (subscription, message, attempt) -> {
          if (subscription.equals(STATISTICS.name())) return;
          begun.release();
          new CountDownLatch(1).await();
        });
    publish("1", Optional.empty());
    for (int attempt = 1; attempt <= POLICY.attempts(); attempt++) {
      begun.acquire();
      // Statistics' own deadline may stand there too, and does no harm.
      timer.deadlines.forEach(waiting -> waiting.action().run());
      if (attempt < POLICY.attempts()) timer.pass();
    }
    assertThat(started.getFirst().awaitDelivered(LONG)).isTrue();
    assertThat(backend.deadLetters(Optional.empty(), 10).getFirst().error())
        .startsWith("no end within 30000 ms: java.lang.InterruptedException");
  }

  @Test
  void deliversADeadLetterThatIsReplayed() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    EventDispatcher dispatcher =
        start(
            hasty(),
            (subscription, message, attempt) -> {
              if (broken.get()) throw new IllegalStateException("no");
            });
    publish("1", Optional.of("ann"));
    assertThat(dispatcher.awaitDelivered(LONG)).isTrue();
    List<DeadLetter> dead = backend.deadLetters(Optional.empty(), 10);
    assertThat(dead).hasSize(2);
    broken.set(false);
    assertThat(dead).allMatch(letter -> backend.replay(letter.id()));
    assertThat(dispatcher.awaitDelivered(LONG)).isTrue();
    assertThat(backend.kept().values()).containsOnly(new Kept(0, 0));
  }

  @Test
  void aDeliveryThatTheStopInterruptsHasNotFailed() throws Exception {
    Semaphore begun = new Semaphore(0);
    EventDispatcher dispatcher =
        start(
            timer,
            (subscription, message, attempt) -> {
              begun.release();
              new CountDownLatch(1).await();
            });
    publish("1", Optional.empty());
    begun.acquire(2);
    dispatcher.close();
    List<PendingDelivery> left = Collections.synchronizedList(new ArrayList<>());
    backend.start(left::add);
    assertThat(left).hasSize(2).allMatch(delivery -> delivery.failures() == 0);
  }
}
