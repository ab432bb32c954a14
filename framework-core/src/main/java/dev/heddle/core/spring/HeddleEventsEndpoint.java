package dev.heddle.core.spring;

import dev.heddle.core.ApplicationEvents;
import dev.heddle.core.EventsStatus;
import dev.heddle.core.HeddleRuntime;
import dev.heddle.core.events.DeadLetter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.Access;
import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;

/**
 * The actuator endpoint {@code heddleevents}: what became of the events, and the dead letters.
 * These can be changed only when the application's configuration gives the endpoint the access
 * {@code unrestricted}, and only from the application's own machine.
 */
@Endpoint(id = "heddleevents", defaultAccess = Access.READ_ONLY)
public final class HeddleEventsEndpoint {
  private static final int LONGEST_LIST = 1_000;

  /** What became of the events. */
  public record Overview(
      List<EventsStatus.Event> events, List<EventsStatus.Subscription> subscriptions)
      implements OperationResponseBody {}

  /** Events that could not be delivered, the oldest first. */
  public record DeadLetters(List<Dead> deadLetters) implements OperationResponseBody {}

  /**
   * An event that could not be delivered.
   *
   * @param id names it
   * @param bytes size of the encoded event
   * @param payload the event in words, where {@code heddle.events.show-payloads} allows it
   */
  public record Dead(
      String id,
      String subscription,
      String event,
      String eventId,
      String producer,
      String revision,
      Instant publishedAt,
      Instant diedAt,
      int attempts,
      String error,
      int bytes,
      Optional<String> payload) {}

  /** To how many dead letters a change was made. */
  public record Changed(int deadLetters) implements OperationResponseBody {}

  private final HeddleRuntime runtime;
  private final boolean showPayloads;
  private final Runnable guard;

  /**
   * The endpoint of an application.
   *
   * @param guard throws when whoever asks may not change anything
   */
  HeddleEventsEndpoint(HeddleRuntime runtime, boolean showPayloads, Runnable guard) {
    this.runtime = runtime;
    this.showPayloads = showPayloads;
    this.guard = guard;
  }

  /** What became of the events so far. */
  @ReadOperation
  public Overview overview() {
    return runtime
        .events()
        .map(ApplicationEvents::status)
        .map(status -> new Overview(status.events(), status.subscriptions()))
        .orElseGet(() -> new Overview(List.of(), List.of()));
  }

  /** The dead letters, at {@code dead}: at most {@code limit} (100) of one subscription or all. */
  @ReadOperation
  public @Nullable DeadLetters dead(
      @Selector String list, @Nullable String subscription, @Nullable Integer limit) {
    if (!list.equals("dead")) return null;
    int shown = Math.clamp(limit == null ? 100 : limit, 1, LONGEST_LIST);
    return new DeadLetters(
        letters(Optional.ofNullable(subscription), shown).stream().map(this::describe).toList());
  }

  /**
   * Makes a change, {@code replay} or {@code discard}, to the dead letter {@code id}, or to all of
   * a subscription or of the application.
   */
  @WriteOperation
  public @Nullable Changed change(
      @Selector String action,
      @Nullable String id,
      @Nullable Boolean all,
      @Nullable String subscription) {
    guard.run();
    Optional<ApplicationEvents> events = runtime.events();
    if (events.isEmpty()) return new Changed(0);
    return switch (action) {
      case "replay" -> change(events.get()::replay, id, all, subscription);
      case "discard" -> change(events.get()::discard, id, all, subscription);
      default -> null;
    };
  }

  private Changed change(
      Predicate<String> action,
      @Nullable String id,
      @Nullable Boolean all,
      @Nullable String subscription) {
    if (id != null && all == null && subscription == null) {
      return new Changed(action.test(id) ? 1 : 0);
    }
    if (id != null || !Boolean.TRUE.equals(all)) {
      String rule = "either 'id' names one dead letter, or 'all' is true";
      throw new InvalidEndpointRequestException(rule, rule);
    }
    List<String> ids =
        letters(Optional.ofNullable(subscription), Integer.MAX_VALUE).stream()
            .map(DeadLetter::id)
            .toList();
    return new Changed((int) ids.stream().filter(action).count());
  }

  private List<DeadLetter> letters(Optional<String> subscription, int limit) {
    return runtime
        .events()
        .map(events -> events.deadLetters(subscription, limit))
        .orElse(List.of());
  }

  private Dead describe(DeadLetter letter) {
    return new Dead(
        letter.id(),
        letter.subscription(),
        letter.message().event(),
        letter.message().id(),
        letter.message().producer(),
        letter.message().revision(),
        letter.message().publishedAt(),
        letter.diedAt(),
        letter.attempts(),
        letter.error(),
        letter.message().payload().length,
        showPayloads
            ? runtime.events().flatMap(events -> events.describe(letter.message()))
            : Optional.empty());
  }
}
