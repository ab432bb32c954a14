package dev.heddle.backends;

import dev.heddle.core.events.EventBounds;
import io.nats.client.api.DiscardPolicy;
import io.nats.client.api.StorageType;
import io.nats.client.api.StreamConfiguration;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands where in JetStream. An event is one message in one stream, whose subject names the
 * subscriptions that are to have it, so that publishing is all or nothing; it is deleted when the
 * last one has had it. Until then notes say who had it and what failed. Notes have no content:
 * their subjects say all.
 */
record NatsLayout(NatsSettings settings, EventBounds bounds) {
  private static final Duration DUPLICATES = Duration.ofMinutes(10);
  private static final String HAD = "had";

  /**
   * What a note says.
   *
   * @param failures how many deliveries failed; -1 when the subscription has had the event
   */
  record Note(long sequence, String subscription, int failures) {
    boolean had() {
      return failures < 0;
    }
  }

  String events() {
    return settings.prefix() + "-events";
  }

  String dead() {
    return settings.prefix() + "-dead-letters";
  }

  String notes() {
    return settings.prefix() + "-notes";
  }

  String leases() {
    return settings.prefix() + "-lease";
  }

  String leaseSubject() {
    return settings.prefix() + ".lease";
  }

  /** Subject of an event for some subscriptions; {@code *} for any. */
  String eventSubject(Collection<String> takers) {
    return settings.prefix()
        + ".event."
        + takers.stream().map(NatsLayout::token).collect(Collectors.joining(","));
  }

  /** The subscriptions that an event's subject names. */
  static List<String> takers(String subject) {
    return List.of(name(last(subject)).split(","));
  }

  /** Subject of a subscription's dead letters; {@code *} for any. */
  String deadSubject(String subscription) {
    return settings.prefix() + ".dead." + token(subscription);
  }

  /** The subscription whose dead letters have this subject. */
  static String buried(String subject) {
    return name(last(subject));
  }

  String hadSubject(long sequence, String subscription) {
    return noteSubject(sequence, subscription, HAD);
  }

  String failedSubject(long sequence, String subscription, int failures) {
    return noteSubject(sequence, subscription, String.valueOf(failures));
  }

  private String noteSubject(long sequence, String subscription, String says) {
    return settings.prefix() + ".note." + sequence + "." + token(subscription) + "." + says;
  }

  /** Subject of all notes about an event. */
  String notesSubject(long sequence) {
    return settings.prefix() + ".note." + sequence + ".>";
  }

  static Note note(String subject) {
    String[] tokens = subject.split("\\.");
    String says = tokens[4];
    int failures = says.equals(HAD) ? -1 : Integer.parseInt(says);
    return new Note(Long.parseLong(tokens[2]), name(tokens[3]), failures);
  }

  private static String last(String subject) {
    return subject.substring(subject.lastIndexOf('.') + 1);
  }

  private static String token(String subscription) {
    return subscription.replace('.', ':');
  }

  private static String name(String token) {
    return token.replace(':', '.');
  }

  List<StreamConfiguration> streams() {
    return List.of(
        stream(events(), eventSubject(List.of("*"))).maxMessages(bounds.backlog()).build(),
        stream(dead(), deadSubject("*"))
            .maxMessages(Math.max(1, bounds.deadLetters()))
            .duplicateWindow(DUPLICATES)
            .build(),
        stream(notes(), settings.prefix() + ".note.>").maxMessagesPerSubject(1).build(),
        stream(leases(), leaseSubject())
            .maxMessagesPerSubject(1)
            .maxAge(settings.lease())
            .discardPolicy(DiscardPolicy.Old)
            .build());
  }

  private StreamConfiguration.Builder stream(String name, String subject) {
    return StreamConfiguration.builder()
        .name(name)
        .subjects(subject)
        .storageType(StorageType.File)
        .replicas(settings.replicas())
        .discardPolicy(DiscardPolicy.New);
  }
}
