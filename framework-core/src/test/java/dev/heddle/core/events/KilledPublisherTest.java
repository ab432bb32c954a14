package dev.heddle.core.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.core.events.EventBackend.Subscribed;
import dev.heddle.core.fixture.KilledProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class KilledPublisherTest {
  private static final int KILLS = 4;
  private static final int LINES = 600;
  private static final List<Subscribed> SUBSCRIPTIONS =
      List.of(new Subscribed("Email.confirm", "OrderPlaced"));
  private static final DeliveryPolicy POLICY =
      new DeliveryPolicy(
          1_000,
          Duration.ofMillis(1),
          Duration.ofMillis(1),
          Duration.ofSeconds(30),
          8,
          Duration.ofSeconds(5));

  @TempDir Path folder;

  private final Set<String> published = new HashSet<>();
  private final Set<String> delivered = ConcurrentHashMap.newKeySet();

  @Test
  void everyAcknowledgedEventIsDeliveredThoughTheProcessIsKilled() throws Exception {
    for (int round = 0; round < KILLS; round++) runAndKill(round);
    assertThat(published).hasSizeGreaterThan(KILLS * 50);
    try (EventBackend backend = EventOutbox.open(folder, SUBSCRIPTIONS, EventBounds.DEFAULT);
        EventDispatcher dispatcher = dispatcher(backend, delivered::add)) {
      dispatcher.start();
      assertThat(dispatcher.awaitDelivered(Duration.ofSeconds(100))).isTrue();
      assertThat(backend.deadLetters(Optional.empty(), 10)).isEmpty();
    }
    assertThat(delivered).containsAll(published);
  }

  private void runAndKill(int round) throws IOException, InterruptedException {
    for (String line :
        KilledProcess.linesOf(Shop.class, LINES, folder.toString(), Integer.toString(round))) {
      if (line.startsWith("P")) published.add(line.substring(1));
      if (line.startsWith("D")) delivered.add(line.substring(1));
    }
  }

  private static EventDispatcher dispatcher(
      EventBackend backend, java.util.function.Consumer<String> subscriber) {
    return new EventDispatcher(
        backend,
        List.of("Email.confirm"),
        POLICY,
        (subscription, message, attempt) -> {
          // Some fail at first, so that failures are written too.
          if (attempt == 1 && message.id().endsWith("7")) throw new IllegalStateException("later");
          subscriber.accept(message.id());
        },
        InstantSource.system());
  }

  /** Publishes and delivers until it is killed, and says both. */
  static final class Shop {
    public static void main(String[] arguments) {
      EventBackend backend =
          EventOutbox.open(Path.of(arguments[0]), SUBSCRIPTIONS, EventBounds.DEFAULT);
      EventDispatcher dispatcher = dispatcher(backend, id -> say("D" + id));
      dispatcher.start();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 4; i++) {
          String writer = arguments[1] + "." + i;
          threads.submit(() -> publish(backend, writer));
        }
      }
    }

    private static void publish(EventBackend backend, String writer) {
      for (int i = 0; i < 100_000; i++) {
        String id = writer + "." + i;
        backend.publish(
            EventBackendConformance.message(id, "OrderPlaced", Optional.of("key" + i % 5)));
        say("P" + id);
      }
    }

    private static void say(String line) {
      synchronized (System.out) {
        System.out.println(line);
        System.out.flush();
      }
    }
  }
}
