package dev.heddle.backends;

import dev.heddle.backends.NatsLayout.Note;
import dev.heddle.core.events.PendingDelivery;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which subscriptions have not had an event yet, as this process knows it while it delivers; the
 * notes on the server hold it for the next one. Safe for use by many threads.
 */
final class NatsPending {
  private final NatsConnection server;
  private final NatsLayout layout;
  private final Map<Long, Event> events = new ConcurrentHashMap<>();

  NatsPending(NatsConnection server) {
    this.server = server;
    this.layout = server.layout();
  }

  private static final class Event {
    final Set<String> missing;
    boolean noted;

    Event(List<String> takers) {
      missing = new HashSet<>(takers);
    }
  }

  /** All notes there are. */
  List<Note> notes() {
    return server.call("read its notes", it -> NatsCounts.of(it, layout.notes())).keySet().stream()
        .map(NatsLayout::note)
        .toList();
  }

  /** Learns of an event and what was noted of it, and returns who has not had it. */
  Set<String> add(long sequence, List<String> takers, List<Note> notes) {
    Event event = new Event(takers);
    event.noted = !notes.isEmpty();
    notes.stream().filter(Note::had).forEach(note -> event.missing.remove(note.subscription()));
    events.put(sequence, event);
    if (event.missing.isEmpty()) forget(sequence, event);
    return Set.copyOf(event.missing);
  }

  /** Learns what another process noted while it delivered. */
  void learn(Note note) {
    Event event = events.get(note.sequence());
    if (event == null || !note.had()) return;
    synchronized (event) {
      event.noted = true;
      event.missing.remove(note.subscription());
    }
  }

  boolean knows(long sequence) {
    return events.containsKey(sequence);
  }

  boolean isPending(PendingDelivery delivery) {
    Event event = events.get(delivery.position());
    if (event == null) return false;
    synchronized (event) {
      return event.missing.contains(delivery.subscription());
    }
  }

  /** Drops what is no longer on the server. */
  void gone(long sequence) {
    events.remove(sequence);
  }

  void failed(PendingDelivery delivery) {
    Event event = events.get(delivery.position());
    if (event == null) return;
    synchronized (event) {
      event.noted = true;
      note(layout.failedSubject(delivery.position(), delivery.subscription(), delivery.failures()));
    }
  }

  /** Settles a delivery; the last one of an event deletes it. */
  void had(PendingDelivery delivery) {
    long sequence = delivery.position();
    Event event = events.get(sequence);
    if (event == null) return;
    synchronized (event) {
      if (!event.missing.contains(delivery.subscription())) return;
      if (event.missing.size() == 1) {
        forget(sequence, event);
      } else {
        event.noted = true;
        note(layout.hadSubject(sequence, delivery.subscription()));
      }
      event.missing.remove(delivery.subscription());
    }
  }

  private void note(String subject) {
    long unused =
        server.call("keep a note", it -> it.jetStream().publish(subject, new byte[0]).getSeqno());
  }

  private void forget(long sequence, Event event) {
    try {
      boolean unused =
          server.call("delete an event", it -> it.deleteMessage(layout.events(), sequence, false));
    } catch (NatsFailure failure) {
      if (!failure.notFound()) throw failure;
    }
    if (event.noted) purge(sequence);
    events.remove(sequence);
  }

  /** Removes the notes about an event. */
  void purge(long sequence) {
    long unused =
        server.call(
            "delete notes",
            it ->
                it.purgeStream(
                        layout.notes(),
                        io.nats.client.PurgeOptions.subject(layout.notesSubject(sequence)))
                    .getPurged());
  }
}
