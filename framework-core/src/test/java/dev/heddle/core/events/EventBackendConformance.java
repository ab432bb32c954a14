package dev.heddle.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.events.EventBackend.Kept;
import dev.heddle.core.events.EventBackend.Subscribed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every {@link EventBackend} does. */
@Timeout(60)
public abstract class EventBackendConformance {
  protected static final Subscribed MAIL = new Subscribed("Email.confirm", "OrderPlaced");
  protected static final Subscribed STATISTICS = new Subscribed("Statistics.count", "OrderPlaced");
  protected static final Subscribed STOCK = new Subscribed("Stock.take", "Sold");

  private final BlockingQueue<PendingDelivery> received = new LinkedBlockingQueue<>();
  private final List<EventBackend> opened = new ArrayList<>();

  /** Opens the backend of this test: a second time, what the first left is there. */
  protected abstract EventBackend create(List<Subscribed> subscriptions) throws Exception;

  /** Whether the backend outlives its process. */
  protected abstract boolean durable();

  @AfterEach
  void closeAll() {
    opened.forEach(EventBackend::close);
  }

  private EventBackend open(Subscribed... subscriptions) throws Exception {
    EventBackend backend = create(List.of(subscriptions));
    opened.add(backend);
    return backend;
  }

  private EventBackend reopen(EventBackend before, Subscribed... subscriptions) throws Exception {
    before.close();
    opened.remove(before);
    return open(subscriptions);
  }

  protected static EventMessage message(String id, String event, Optional<String> key) {
    return new EventMessage(
        id,
        event,
        key,
        id.getBytes(java.nio.charset.StandardCharsets.UTF_8),
        "Checkout",
        "4f1c0a",
        Instant.parse("2026-01-01T00:00:00.000000005Z"),
        "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
  }

  private static EventMessage order(String id) {
    return message(id, "OrderPlaced", Optional.of("ann"));
  }

  private PendingDelivery next() throws InterruptedException {
    PendingDelivery delivery = received.poll(30, TimeUnit.SECONDS);
    assertThat(delivery).isNotNull();
    return java.util.Objects.requireNonNull(delivery);
  }

  private String nextId(EventBackend backend) throws InterruptedException {
    PendingDelivery delivery = next();
    return delivery.subscription() + " " + backend.read(delivery).id();
  }

  @Test
  void keepsAnEventForEachSubscriptionToItsType() throws Exception {
    EventBackend backend = open(MAIL, STATISTICS, STOCK);
    backend.publish(order("1"));
    backend.start(received::add);
    assertThat(List.of(nextId(backend), nextId(backend)))
        .containsExactlyInAnyOrder("Email.confirm 1", "Statistics.count 1");
    assertThat(received).isEmpty();
    assertThat(backend.kept())
        .isEqualTo(
            Map.of(
                "Email.confirm", new Kept(1, 0),
                "Statistics.count", new Kept(1, 0),
                "Stock.take", new Kept(0, 0)));
  }

  @Test
  void handsOverInTheOrderOfPublishing() throws Exception {
    EventBackend backend = open(MAIL);
    backend.publish(order("1"));
    backend.start(received::add);
    for (int i = 2; i <= 20; i++) backend.publish(order("" + i));
    long last = 0;
    for (int i = 1; i <= 20; i++) {
      PendingDelivery delivery = next();
      assertThat(delivery.position()).isGreaterThan(last);
      last = delivery.position();
      assertThat(backend.read(delivery).id()).isEqualTo("" + i);
      backend.delivered(delivery);
    }
    assertThat(backend.kept()).containsEntry("Email.confirm", new Kept(0, 0));
  }

  @Test
  void readsWhatWasPublished() throws Exception {
    EventBackend backend = open(MAIL);
    backend.start(received::add);
    for (Optional<String> key : List.of(Optional.<String>empty(), Optional.of(""))) {
      EventMessage published = message("ä", "OrderPlaced", key);
      backend.publish(published);
      PendingDelivery delivery = next();
      assertThat(delivery.key()).isEqualTo(key);
      assertThat(delivery.failures()).isZero();
      assertThat(backend.read(delivery)).usingRecursiveComparison().isEqualTo(published);
    }
  }

  @Test
  void losesNothingWhenManyPublishAtOnceAndKeepsTheOrderOfEach() throws Exception {
    EventBackend backend = open(MAIL);
    backend.start(received::add);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int writer = 0; writer < 8; writer++) {
        int name = writer;
        threads.submit(
            () -> {
              for (int i = 0; i < 50; i++) backend.publish(order(name + " " + i));
            });
      }
    }
    Map<String, Integer> expected = new java.util.HashMap<>();
    for (int i = 0; i < 400; i++) {
      String[] id = backend.read(next()).id().split(" ");
      assertThat(Integer.parseInt(id[1])).isEqualTo(expected.getOrDefault(id[0], 0));
      expected.merge(id[0], 1, Integer::sum);
    }
  }

  @Test
  void handsOverAgainWhatWasNotSettled() throws Exception {
    if (!durable()) return;
    EventBackend first = open(MAIL);
    first.start(received::add);
    for (String id : List.of("1", "2", "3")) first.publish(order(id));
    first.delivered(next());
    first.failed(next().failedOnceMore());
    next();
    EventBackend second = reopen(first, MAIL);
    second.start(received::add);
    PendingDelivery failed = next();
    assertThat(second.read(failed).id()).isEqualTo("2");
    assertThat(failed.failures()).isEqualTo(1);
    assertThat(nextId(second)).isEqualTo("Email.confirm 3");
    assertThat(received).isEmpty();
  }

  @Test
  void keepsWhatIsOfASubscriptionThatIsGoneUntilItIsBack() throws Exception {
    if (!durable()) return;
    EventBackend first = open(MAIL);
    first.publish(order("1"));
    EventBackend second = reopen(first, STATISTICS);
    second.start(received::add);
    second.publish(order("2"));
    assertThat(nextId(second)).isEqualTo("Statistics.count 2");
    assertThat(second.kept()).containsEntry("Email.confirm", new Kept(1, 0));
    EventBackend third = reopen(second, MAIL);
    third.start(received::add);
    assertThat(nextId(third)).as("the new one has had nothing").isEqualTo("Email.confirm 1");
    assertThat(received).isEmpty();
  }

  @Test
  void deadLettersSayWhatHappenedAndCanBeReplayed() throws Exception {
    EventBackend backend = open(MAIL);
    backend.start(received::add);
    backend.publish(order("1"));
    PendingDelivery delivery = next().failedOnceMore().failedOnceMore();
    Instant at = Instant.parse("2026-01-01T00:00:01Z");
    assertThat(backend.bury(delivery, "no mail server", at)).isTrue();
    assertThat(backend.kept()).containsEntry("Email.confirm", new Kept(0, 1));
    DeadLetter dead = backend.deadLetters(Optional.empty(), 10).getFirst();
    assertThat(dead.subscription()).isEqualTo("Email.confirm");
    assertThat(dead.error()).isEqualTo("no mail server");
    assertThat(dead.attempts()).isEqualTo(2);
    assertThat(dead.diedAt()).isEqualTo(at);
    assertThat(dead.message()).usingRecursiveComparison().isEqualTo(order("1"));
    assertThat(backend.replay(dead.id())).isTrue();
    assertThat(backend.deadLetters(Optional.empty(), 10)).isEmpty();
    PendingDelivery again = next();
    assertThat(again.failures()).isZero();
    assertThat(backend.read(again)).usingRecursiveComparison().isEqualTo(order("1"));
    assertThat(backend.replay(dead.id())).isFalse();
  }

  @Test
  void deadLettersAreListedBySubscriptionOldestFirstAndDiscarded() throws Exception {
    EventBackend backend = open(MAIL, STATISTICS);
    backend.start(received::add);
    for (String id : List.of("1", "2")) backend.publish(order(id));
    for (int i = 0; i < 4; i++) {
      assertThat(backend.bury(next().failedOnceMore(), "e", Instant.EPOCH)).isTrue();
    }
    List<DeadLetter> mail = backend.deadLetters(Optional.of("Email.confirm"), 10);
    assertThat(mail).extracting(it -> it.message().id()).containsExactly("1", "2");
    assertThat(backend.deadLetters(Optional.of("Email.confirm"), 1)).hasSize(1);
    assertThat(backend.deadLetters(Optional.empty(), 10)).hasSize(4);
    assertThat(backend.discard(mail.getFirst().id())).isTrue();
    assertThat(backend.discard(mail.getFirst().id())).isFalse();
    assertThat(backend.discard("nothing")).isFalse();
    assertThat(backend.deadLetters(Optional.of("Email.confirm"), 10)).hasSize(1);
    assertThat(backend.deadLetters(Optional.of("Email"), 10)).isEmpty();
  }
}
