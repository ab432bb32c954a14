package dev.heddle.core.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.component.capability.EventPublishException;
import dev.heddle.component.capability.EventPublishException.Reason;
import dev.heddle.core.events.EventBackend.Subscribed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class InMemoryEventOutboxTest extends EventBackendConformance {
  private final BlockingQueue<PendingDelivery> received = new LinkedBlockingQueue<>();

  @Override
  protected EventBackend create(List<Subscribed> subscriptions) {
    return EventOutbox.inMemory(subscriptions, EventBounds.DEFAULT);
  }

  @Override
  protected boolean durable() {
    return false;
  }

  @Test
  void refusesToPublishForSomeSubscriptionsOnlyWhenTheBacklogIsFull() throws Exception {
    try (EventBackend backend =
        EventOutbox.inMemory(List.of(MAIL, STATISTICS), new EventBounds(3, 10))) {
      backend.start(received::add);
      EventMessage order = message("1", "OrderPlaced", Optional.empty());
      backend.publish(order);
      assertThatThrownBy(() -> backend.publish(order))
          .isInstanceOfSatisfying(
              EventPublishException.class,
              refused -> assertThat(refused.reason()).isEqualTo(Reason.BACKLOG_FULL))
          .hasMessageContaining("2 deliveries are pending, of at most 3");
      assertThat(backend.kept().values()).allMatch(kept -> kept.pending() == 1);
      backend.delivered(received.take());
      backend.publish(order);
    }
  }

  @Test
  void keepsPendingWhatFindsNoRoomAmongTheDeadLetters() throws Exception {
    try (EventBackend backend = EventOutbox.inMemory(List.of(MAIL), new EventBounds(10, 0))) {
      backend.start(received::add);
      backend.publish(message("1", "OrderPlaced", Optional.empty()));
      assertThat(backend.bury(received.take().failedOnceMore(), "e", Instant.EPOCH)).isFalse();
      assertThat(backend.kept()).containsEntry("Email.confirm", new EventBackend.Kept(1, 0));
    }
  }

  @Test
  void saysThatAClosedStoreTakesNothing() {
    EventBackend backend = create(List.of(MAIL));
    backend.close();
    assertThatThrownBy(() -> backend.publish(message("1", "OrderPlaced", Optional.empty())))
        .isInstanceOfSatisfying(
            EventPublishException.class,
            refused -> assertThat(refused.reason()).isEqualTo(Reason.UNAVAILABLE));
  }
}
